// SPDX-License-Identifier: GPL-3.0-or-later
// The points of one window's chart, kept from one snapshot to the next: a closed point is made
// once, and again only when something late has changed it. Owned by a signal; not thread-safe.
#pragma once

#include "ingest/metrics/window_edges.h"

#include <array>
#include <cstddef>
#include <vector>

namespace ingest::metrics {

template <class Point>
class KeptPoints
{
public:
    // The points of `grid`, the chart of `asOf`; make(from, to) gives the point of (from, to].
    // Valid until the next call.
    template <class Make>
    const std::vector<Point> &of(const ChartGrid &grid, Second asOf, Make make)
    {
        moveTo(grid);
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            if (m_closed[i] != 0)
                continue;
            const Second end = grid.start + grid.step * (static_cast<Seconds::rep>(i) + 1);
            m_points[i] = make(end - grid.step, end);
            m_closed[i] = end <= asOf ? 1 : 0;
        }
        return m_points;
    }

    // Something in this bucket has changed.
    void forget(Second bucket)
    {
        if (m_grid.holds(bucket))
            m_closed[m_grid.pointOf(bucket)] = 0;
    }
    void clear()
    {
        m_points.clear();
        m_closed.clear();
        m_grid = {};
    }

private:
    void moveTo(const ChartGrid &grid)
    {
        if (grid.step != m_grid.step || grid.start < m_grid.start || grid.start >= m_grid.end())
            clear();
        else
            drop((grid.start - m_grid.start) / grid.step);
        m_points.resize(grid.points);
        m_closed.resize(grid.points);
        m_grid = grid;
    }

    void drop(std::ptrdiff_t points)
    {
        m_points.erase(m_points.begin(), m_points.begin() + points);
        m_closed.erase(m_closed.begin(), m_closed.begin() + points);
    }

    ChartGrid m_grid;
    std::vector<Point> m_points;
    std::vector<char> m_closed; // 0: to be made
};

// For each window a chart of its own.
template <class Point>
class KeptCharts
{
public:
    [[nodiscard]] KeptPoints<Point> &of(Window window) { return m_charts[indexOf(window)]; }
    void forget(Second bucket)
    {
        for (KeptPoints<Point> &chart : m_charts)
            chart.forget(bucket);
    }
    void clear()
    {
        for (KeptPoints<Point> &chart : m_charts)
            chart.clear();
    }

private:
    std::array<KeptPoints<Point>, kWindowCount> m_charts;
};

} // namespace ingest::metrics
