// SPDX-License-Identifier: GPL-3.0-or-later
// What a line says at an instant: the value of the point that stands for it. Any thread.
#pragma once

#include <QPointF>

#include <optional>
#include <span>

namespace models {

// The first point at or after `ms` (points stand at the end of what they cover), if it lies within
// `reachMs`. Points sorted by x.
[[nodiscard]] std::optional<QPointF> pointAt(std::span<const QPointF> points, double ms,
                                             double reachMs);

} // namespace models
