// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/past_window.h"

#include "ingest/metrics/time_ring.h"

#include <utility>

namespace ingest::history {

PastWindow::PastWindow(Seconds resolution, Seconds step, std::vector<Rollup> rows)
    : m_resolution(resolution), m_step(step), m_rows(std::move(rows))
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Rollup &row = m_rows[i];
        const Second end = row.from + resolution;
        Point &point = m_points[metrics::stepEnd(end, step)];
        point.sums.add(row);
        point.rows.push_back(i);
        if (row.signal == kObservedName)
            m_observed[end] += static_cast<double>(row.n);
    }
}

// Whole points where they fit, single rows at both ends.
Sums PastWindow::between(Second from, Second to) const
{
    Sums sums;
    for (auto point = m_points.upper_bound(from);
         point != m_points.end() && point->first - m_step < to; ++point) {
        const auto &[end, content] = *point;
        if (end - m_step >= from && end <= to) {
            sums.add(content.sums);
            continue;
        }
        for (const std::size_t i : content.rows) {
            const Rollup &row = m_rows[i];
            if (row.from + m_resolution > from && row.from + m_resolution <= to)
                sums.add(row);
        }
    }
    return sums;
}

const Sums *PastWindow::pointAt(Second end) const
{
    const auto found = m_points.find(end);
    return found == m_points.end() ? nullptr : &found->second.sums;
}

std::optional<Second> PastWindow::last() const
{
    for (auto row = m_observed.rbegin(); row != m_observed.rend(); ++row)
        if (row->second > 0)
            return row->first;
    return std::nullopt;
}

} // namespace ingest::history
