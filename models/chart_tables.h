// SPDX-License-Identifier: GPL-3.0-or-later
// The charts' series as tables: the time of every point, its values, and what is usual where that
// is known. Plain functions; any thread.
#pragma once

#include "models/conversion_series.h"
#include "models/failure_stack.h"
#include "models/figure_table.h"
#include "models/latency_bands.h"
#include "models/revenue_bars.h"
#include "models/wall_chart.h"

namespace models {

[[nodiscard]] FigureTable chartTable(const ConversionSeries &series);
[[nodiscard]] FigureTable chartTable(const FailureStack &stack);
[[nodiscard]] FigureTable chartTable(const LatencyBands &bands);
[[nodiscard]] FigureTable chartTable(const RevenueBars &bars);
[[nodiscard]] FigureTable chartTable(const WallChart &chart);

// Puts the baseline's values behind the first value of each row: of its point nearest in time,
// within a minute.
void addUsual(FigureTable &table, const std::vector<QPointF> &usual, const QString &name);

} // namespace models
