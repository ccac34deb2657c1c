// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decimate.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

const auto byX = [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); };
const auto byY = [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); };

void appendColumn(std::span<const QPointF> column, std::vector<QPointF> &out)
{
    if (column.size() <= 2) {
        out.insert(out.end(), column.begin(), column.end());
        return;
    }
    const auto [low, high] = std::minmax_element(column.begin(), column.end(), byY);
    if (low == high) {
        out.push_back(*low);
        return;
    }
    out.push_back(std::min(*low, *high, byX));
    out.push_back(std::max(*low, *high, byX));
}

} // namespace

std::vector<QPointF> decimate(std::span<const QPointF> points, double fromX, double toX,
                              int columns)
{
    std::vector<QPointF> out;
    if (points.empty() || columns <= 0 || !(toX > fromX))
        return out;
    auto begin = std::lower_bound(points.begin(), points.end(), QPointF(fromX, 0), byX);
    auto end = std::upper_bound(points.begin(), points.end(), QPointF(toX, 0), byX);
    if (begin != points.begin())
        --begin;
    if (end != points.end())
        ++end;
    out.reserve(
        std::min(static_cast<std::size_t>(end - begin), 2 * static_cast<std::size_t>(columns) + 4));
    const double perX = columns / (toX - fromX);
    for (auto first = begin; first != end;) {
        const double column = std::floor((first->x() - fromX) * perX);
        const auto last = std::find_if(first, end, [&](const QPointF &point) {
            return std::floor((point.x() - fromX) * perX) != column;
        });
        appendColumn({first, last}, out);
        first = last;
    }
    return out;
}

std::vector<std::span<const QPointF>> runsOf(std::span<const QPointF> points, double widestGap,
                                             std::size_t atMost)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].x() - points[i - 1].x() > widestGap)
            gaps.push_back(points[i].x() - points[i - 1].x());
    if (atMost > 0 && gaps.size() >= atMost) {
        std::sort(gaps.begin(), gaps.end());
        widestGap = gaps[gaps.size() - atMost];
    }
    std::vector<std::span<const QPointF>> runs;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= points.size(); ++i) {
        if (i == points.size() || points[i].x() - points[i - 1].x() > widestGap) {
            runs.push_back(points.subspan(first, i - first));
            first = i;
        }
    }
    return runs;
}

} // namespace models
