// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/past_window.h"

#include "ingest/metrics/time_ring.h"

namespace ingest::history {

PastWindow::PastWindow(Seconds resolution, Seconds step, const std::vector<Rollup> &rows)
    : m_resolution(resolution), m_step(step)
{
    for (const Rollup &row : rows)
        m_rows[row.from + resolution].add(row);
    for (const auto &[end, sums] : m_rows)
        m_points[metrics::stepEnd(end, step)].add(sums);
}

// Whole points where they fit, single rows at both ends.
Sums PastWindow::between(Second from, Second to) const
{
    Sums sums;
    auto row = m_rows.upper_bound(from);
    while (row != m_rows.end() && row->first <= to) {
        const Second end = metrics::stepEnd(row->first, m_step);
        if (end - m_step >= from && end <= to) {
            sums.add(m_points.at(end));
            row = m_rows.upper_bound(end);
        } else {
            sums.add(row->second);
            ++row;
        }
    }
    return sums;
}

const Sums *PastWindow::pointAt(Second end) const
{
    const auto found = m_points.find(end);
    return found == m_points.end() ? nullptr : &found->second;
}

std::optional<Second> PastWindow::last() const
{
    for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row)
        if (row->second.observedSeconds() > 0)
            return row->first;
    return std::nullopt;
}

} // namespace ingest::history
