// SPDX-License-Identifier: GPL-3.0-or-later
// What the present is compared with: the same time yesterday, a week before, or the median of the
// last four same weekdays. Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QPointF>
#include <QString>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace models {

enum class Baseline { yesterday, lastWeek, usual };

[[nodiscard]] Baseline nextBaseline(Baseline baseline);
// "yesterday", "last Thu", "usual".
[[nodiscard]] QString baselineName(Baseline baseline, ingest::Second asOf);

// The snapshots it is made of; none where history does not reach so far. The usual needs three of
// its four days.
[[nodiscard]] std::vector<const ingest::EarlierSnapshot *>
earlierFor(const ingest::Snapshot &snapshot, Baseline baseline);
// A week before where that is known, else yesterday.
[[nodiscard]] Baseline bestBaseline(const ingest::Snapshot &snapshot);

// The median of what a figure was then; empty where it is not known.
using Figure = std::function<std::optional<double>(const ingest::Snapshot &)>;
[[nodiscard]] std::optional<double>
figureThen(const std::vector<const ingest::EarlierSnapshot *> &earlier, const Figure &figure);
// Where a further same weekday would lie 19 times in 20, going by the last three or four, empty
// where fewer are known: mean ± t s √(1 + 1/n), a prediction interval (Hahn and Meeker, Statistical
// Intervals, 1991, 4.7).
struct UsualRange
{
    double low;
    double high;
};
[[nodiscard]] std::optional<UsualRange> usualRange(const ingest::Snapshot &snapshot,
                                                   const Figure &figure);
[[nodiscard]] std::optional<double> medianOf(std::vector<double> values);

// A line of then, moved to now: the median of the days, point by point.
struct GhostLine
{
    std::vector<QPointF> points; // ms now, and the lane's value
    QString name;                // "last Thu"
};
struct GhostLines
{
    GhostLine conversion; // percent
    GhostLine failures;   // per minute
    GhostLine latency;    // log2 of ms: p75
    GhostLine revenue;    // per minute, major units
};
[[nodiscard]] GhostLines ghostLines(const ingest::Snapshot &snapshot, Baseline baseline);

} // namespace models
