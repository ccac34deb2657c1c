// SPDX-License-Identifier: GPL-3.0-or-later
// What the Experience page's charts are compared with: the same four lanes, as others draw them.
#pragma once

#include <QPointF>
#include <QSize>

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace bench {

inline constexpr std::size_t kPoints = 3600;
inline constexpr QSize kPage(1920, 1080);
inline constexpr QSize kLane(1200, 224);

// Band and two lines, seven areas, three areas and four lines, bars' outline.
struct LaneShape
{
    int areas;
    int lines;
};
inline constexpr std::array<LaneShape, 4> kLaneShapes{{{1, 2}, {7, 0}, {3, 4}, {1, 0}}};

inline double noisy(double level, std::size_t i, int frame)
{
    const double x = double(i) + frame;
    return level + 0.2 * std::sin(x / 60) + 0.05 * std::sin(x * 1.7);
}

} // namespace bench
