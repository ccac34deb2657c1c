// SPDX-License-Identifier: GPL-3.0-or-later
// The one chart of a wall's scene: one line over the window, its limits, and where it cannot be
// trusted. Plain values; any thread.
#pragma once

#include "models/change_marks.h"
#include "models/held_range.h"
#include "models/lost_spans.h"
#include "models/status.h"
#include "models/time_axis.h"
#include "models/wall_rotation.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace models {

struct WallTick
{
    double value = 0;
    QString label;
};

struct WallLimit
{
    double value = 0;
    QString label;
    Status status = Status::bad;
};

struct WallChart
{
    QString title; // "Conversion, 15 min"
    TimeAxis axis;
    ValueRange range;
    std::vector<WallTick> ticks;
    std::vector<WallLimit> limits;
    std::vector<QPointF> line;            // x in ms, y in the unit of the ticks
    std::vector<QPointF> provisional;     // continues the line where cohorts still have time
    double widestGapMs = 0;               // points further apart are not joined
    std::optional<double> maturingFromMs; // hatched from here on
    std::optional<double> dataEndMs;      // nothing can be trusted from here on
    std::vector<LostSpan> lost;
    std::vector<ChangeMark> changes; // oldest first
    QString last;                    // the line's last value, "3.30 %"
    QString lastOf;                  // "of 30 s": what it is of
    QString still; // "48 of 60 min still to come"; empty once the window is filled
};

// `held` belongs to the scene and the window of the snapshot.
[[nodiscard]] WallChart wallChart(const ingest::Snapshot &snapshot, WallScene scene,
                                  HeldRange &held);

} // namespace models
