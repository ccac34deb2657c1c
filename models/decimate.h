// SPDX-License-Identifier: GPL-3.0-or-later
// Fewer points for the same picture: a chart needs at most two points in a column of pixels.
// Plain functions; any thread.
#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace models {

// Points sorted by x; of each of `columns` equal columns of [fromX, toX] only the lowest and the
// highest remain, in order of x. Points outside are dropped, but for the nearest on either side, so
// that the line reaches the edges. Columns with one or two points keep them as they are.
[[nodiscard]] std::vector<QPointF> decimate(std::span<const QPointF> points, double fromX,
                                            double toX, int columns);

// Runs of points no further apart than `widestGap`, in order. With more than `atMost` runs the
// narrowest gaps are bridged first.
[[nodiscard]] std::vector<std::span<const QPointF>> runsOf(std::span<const QPointF> points,
                                                           double widestGap, std::size_t atMost);

} // namespace models
