// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series_lookup.h"

#include <algorithm>

namespace models {

std::optional<QPointF> pointAt(std::span<const QPointF> points, double ms, double reachMs)
{
    const auto found =
        std::lower_bound(points.begin(), points.end(), ms,
                         [](const QPointF &point, double at) { return point.x() < at; });
    if (found == points.end() || found->x() - ms > reachMs)
        return {};
    return *found;
}

} // namespace models
