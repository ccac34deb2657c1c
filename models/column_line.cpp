// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/column_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace models {

namespace {

constexpr double kBeyond = std::numeric_limits<std::int32_t>::max(); // beyond every view
constexpr double kReach = 8;              // px that joins and pens at a cut may spoil
constexpr std::int64_t kColumnsACell = 2; // with two points each: one point a column

const auto columnBelow = [](const ColumnPoint &a, const ColumnPoint &b) { return a.y < b.y; };
const auto columnBefore = [](const ColumnPoint &a, const ColumnPoint &b) { return a.x < b.x; };

void appendCell(std::span<const ColumnPoint> cell, ColumnLine &out)
{
    if (cell.size() <= 2) {
        out.insert(out.end(), cell.begin(), cell.end());
        return;
    }
    const auto [low, high] = std::minmax_element(cell.begin(), cell.end(), columnBelow);
    out.push_back(*std::min(low, high));
    if (low != high)
        out.push_back(*std::max(low, high));
}

std::int64_t cellOf(const PixelColumns &columns, const QPointF &point)
{
    return columns.columnOf(point.x()) / kColumnsACell;
}

// The points of a run in view, with the whole cell before and after.
std::span<const QPointF> inView(std::span<const QPointF> run, const PixelColumns &columns)
{
    const auto left = [&](const QPointF &p, std::int64_t cell) {
        return cellOf(columns, p) < cell;
    };
    auto begin = std::lower_bound(run.begin(), run.end(), columns.first / kColumnsACell, left);
    if (begin != run.begin())
        begin = std::lower_bound(run.begin(), begin, cellOf(columns, *std::prev(begin)), left);
    auto end = std::lower_bound(begin, run.end(), columns.end() / kColumnsACell + 1, left);
    if (end != run.end())
        end = std::lower_bound(end, run.end(), cellOf(columns, *end) + 1, left);
    return {begin, end};
}

} // namespace

ColumnLine columnLine(std::span<const std::span<const QPointF>> runs, const PixelColumns &columns)
{
    ColumnLine out;
    ColumnLine cell;
    for (const std::span<const QPointF> run : runs) {
        const std::size_t begin = out.size();
        std::int64_t current = 0;
        for (const QPointF &point : inView(run, columns)) {
            if (!std::isfinite(point.y()))
                continue;
            if (cell.empty() || cellOf(columns, point) != current) {
                appendCell(cell, out);
                cell.clear();
                current = cellOf(columns, point);
            }
            cell.push_back({columns.at(point.x()), point.y(), false});
        }
        appendCell(cell, out);
        cell.clear();
        if (out.size() > begin)
            out[begin].begins = true;
    }
    return out;
}

void addChanges(const ColumnLine &before, const ColumnLine &after, ColumnSpans &changed)
{
    double equalAt = -kBeyond; // the last point that both have
    bool differ = false;
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (a != before.end() && b != after.end() && *a == *b) {
            if (differ)
                changed.add(equalAt, a->x);
            differ = false;
            equalAt = a->x;
            ++a;
            ++b;
            continue;
        }
        differ = true;
        const bool older = b == after.end() || (a != before.end() && a->x <= b->x);
        const bool newer = a == before.end() || (b != after.end() && b->x <= a->x);
        a += older ? 1 : 0;
        b += newer ? 1 : 0;
    }
    if (differ)
        changed.add(equalAt, kBeyond);
}

std::vector<ColumnRun> runsWithin(const ColumnLine &line, double from, double to,
                                  std::int64_t origin)
{
    const ColumnPoint low{from - kReach, 0, false};
    const ColumnPoint high{to + kReach, 0, false};
    auto begin = std::lower_bound(line.begin(), line.end(), low, columnBefore);
    auto end = std::upper_bound(begin, line.end(), high, columnBefore);
    if (begin != line.begin())
        --begin;
    if (end != line.end())
        ++end;
    std::size_t begun = 0;
    for (auto point = line.begin(); point != begin; ++point)
        begun += point->begins ? 1 : 0;
    std::vector<ColumnRun> runs;
    for (auto point = begin; point != end; ++point) {
        begun += point->begins ? 1 : 0;
        if (point->begins || runs.empty())
            runs.push_back({begun, {}});
        runs.back().points.append({point->x - static_cast<double>(origin), point->y});
    }
    return runs;
}

} // namespace models
