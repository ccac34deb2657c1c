// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel of the Experience page, row by row, as text and shares. Any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/baseline.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace models {

struct FunnelRow
{
    QString step;
    QString journeys;
    std::optional<double> continued; // of the step before, 0 to 1; empty for the first
    QString continuedText;
    QString dropped;
    QString median;
    std::optional<double> then; // what continued at the baseline
    QString delta;              // in percentage points; "no history yet"
    int arrow = 0;              // -1 down, 1 up: more than chance
    std::uint64_t count = 0;    // what the texts say, exactly
    std::optional<std::uint64_t> droppedCount;
    std::optional<double> medianSeconds;

    [[nodiscard]] bool operator==(const FunnelRow &) const = default;
};

[[nodiscard]] std::vector<FunnelRow> funnelRows(const ingest::Snapshot &snapshot);
// With what continued at the baseline.
[[nodiscard]] std::vector<FunnelRow> comparedRows(const ingest::Snapshot &snapshot,
                                                  Baseline baseline);

} // namespace models
