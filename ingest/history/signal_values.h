// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot says of a signal, made from sums of rows. Pure functions.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/history/sums.h"
#include "ingest/snapshot_signals.h"

#include <functional>
#include <vector>

namespace ingest::history {

struct SpanSums
{
    Sums all;
    Sums matured; // cohorts that have had their time
    double observedSeconds = 0;
};

// Totals without series. What sums do not tell (medians, what is in flight) is empty.
[[nodiscard]] SignalValue valueOf(const config::SignalConfiguration &signal, const SpanSums &span);

// The chart points that begin at `start`, one for each of `points`; null: nothing is known of it.
// A funnel's are rolling: `rollingAt(i)` gives the cohorts of the span that ends with point i.
struct PointSums
{
    Second start{};
    Seconds step{60};
    bool partial = false;
    std::vector<const Sums *> points;
    Seconds rolling{300};
    std::function<Sums(std::size_t)> rollingAt;
};
void putSeries(const config::SignalConfiguration &signal, const PointSums &points,
               SignalValue &value);

// All failing events of each point.
[[nodiscard]] Series<double> failuresOf(const PointSums &points);

[[nodiscard]] std::uint64_t uniquesOf(const Rollup &row);
// A latency of the sums alone, for one point; nothing where there is none.
[[nodiscard]] Quantiles quantilesOf(const Rollup &row);

} // namespace ingest::history
