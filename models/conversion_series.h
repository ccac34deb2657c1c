// SPDX-License-Identifier: GPL-3.0-or-later
// Conversion over time, as the Conversion lane draws it: a rolling share in percent with its 95 %
// interval, split where cohorts have not had their time yet. Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/value_ticks.h"

#include <QPointF>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace models {

struct ConversionSeries
{
    QString title;
    QString ratio; // "order.completed ÷ session.started"
    std::chrono::seconds rolling{0};
    std::chrono::seconds maturing{0};
    bool maturingKnown = true; // it was measured; else it is as long as the funnel allows

    // x in ms, y in percent; points without a single journey are left out.
    std::vector<QPointF> matured;
    std::vector<QPointF> lower; // of the matured points, point by point
    std::vector<QPointF> upper;
    std::vector<QPointF> maturingPoints; // so far; begins with the last matured point
    std::vector<QPointF> expected;       // the same with those counted that should convert yet
    double maturingFromMs = 0;
    double stepMs = 0;

    std::uint64_t journeys = 0; // behind the last matured point, or the last where none is
    bool fewData = false;       // under 100 of them
    bool gaps = false;          // part of what it is made of never came: no interval holds
    std::optional<double> dataEndMs;

    // Holds the intervals and expectations of all cohorts that are not tiny.
    std::optional<ValueRange> extent;

    // What should be seen: the extent with some air; at least a sixth of its middle high.
    [[nodiscard]] ValueRange wantedRange() const;
};

// Empty where the snapshot has no signal for the role.
[[nodiscard]] std::optional<ConversionSeries> conversionSeries(const ingest::Snapshot &snapshot);

} // namespace models
