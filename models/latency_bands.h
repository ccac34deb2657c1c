// SPDX-License-Identifier: GPL-3.0-or-later
// Percentiles of a latency over time on a log2 scale, as the latency lane draws them.
// Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/value_ticks.h"

#include <QPointF>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace models {

struct LatencyBands
{
    QString name;
    QString title; // as configured; may be empty
    // x in ms since 1970, y in log2 of ms; points without a value are left out.
    std::vector<QPointF> p50, p75, p95, p99;
    std::optional<QPointF> open; // p75 with what the second that is still open adds to its point
    double stepMs = 0;
    std::vector<double> thresholdsMs; // good up to the first, poor beyond the last
    std::optional<double> apdex;
    std::optional<double> apdexMs;
    std::uint64_t count = 0;
    bool fewData = false; // under 100 in the window
    std::optional<double> dataEndMs;

    [[nodiscard]] ValueRange wantedRange() const; // log2 of ms
};

[[nodiscard]] std::optional<LatencyBands> latencyBands(const ingest::Snapshot &snapshot);

} // namespace models
