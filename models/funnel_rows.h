// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel of the Experience page, row by row, as text and shares. Any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

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

    [[nodiscard]] bool operator==(const FunnelRow &) const = default;
};

[[nodiscard]] std::vector<FunnelRow> funnelRows(const ingest::Snapshot &snapshot);

} // namespace models
