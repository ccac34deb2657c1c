// SPDX-License-Identifier: GPL-3.0-or-later
// Latencies over event time: every quantile of every window and chart point within 0.55 %, the
// maximum exact, whatever the order of arrival. Closed chart points are computed once and again
// only when a late event changes them. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/kept_points.h"
#include "ingest/metrics/latency_windows.h"
#include "ingest/metrics/max_ring.h"
#include "ingest/metrics/tally_ring.h"
#include "ingest/rollup.h"
#include "ingest/snapshot_signals.h"

#include <vector>

namespace ingest::metrics {

[[nodiscard]] Quantiles quantilesOf(const LatencyHistogram &histogram);

class LatencySeries
{
public:
    // `slot` is LatencyHistogram's for these milliseconds.
    void add(Second bucket, std::uint16_t slot, double milliseconds);
    void advanceTo(Second asOf);

    // The window's values, its maximum among them.
    [[nodiscard]] const LatencyHistogram &histogram(Window window);
    // What is in (from, to], up to asOf, by ascending slot.
    [[nodiscard]] std::vector<SlotCount> slots(Second from, Second to) const;
    // What is in (from, asOf + 1 s], the open second as far as it has come.
    [[nodiscard]] OpenPoint open(Second from);
    void putSeries(Window window, const ChartGrid &grid, LatencySnapshot &latency);

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[ring, max, charts, scratch] = *this; // charts are made anew
        ring.archive(state, LatencyWindows::keys());
        state(max);
        if constexpr (Archive::kReading)
            charts.clear();
    }

private:
    struct Point
    {
        std::uint64_t count = 0;
        Quantiles quantiles;
    };

    void gather(Second from, Second to); // into m_scratch, up to asOf
    [[nodiscard]] Point pointOf(Second from, Second to);

    TallyRing<LatencyWindows> m_ring;
    MaxRing m_max;
    KeptCharts<Point> m_charts;
    LatencyHistogram m_scratch;
};

} // namespace ingest::metrics
