// SPDX-License-Identifier: GPL-3.0-or-later
// The line of each scene of the wall, before any axis: points, limits and how its values are
// written. Plain functions; any thread.
#pragma once

#include "models/wall_chart.h"

#include <functional>

namespace models {

struct WallLine
{
    QString name;
    std::string role;
    std::vector<QPointF> points;
    std::vector<QPointF> provisional;
    std::optional<double> maturingFromMs;
    double stepMs = 0;
    std::chrono::seconds rolling{0}; // what each point is of
    std::vector<WallLimit> limits;
    ValueRange bounds{0, 1e18}; // the axis never leaves them
    std::function<QString(double value, double step)> tickText;
    std::function<QString(double value)> lastText;
};

[[nodiscard]] WallLine wallLine(const ingest::Snapshot &snapshot, WallScene scene);

} // namespace models
