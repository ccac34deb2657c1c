// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the store by the chart points they are in, added up, so that any span of them is soon
// told. Immutable once made; any thread.
#pragma once

#include "ingest/history/sums.h"
#include "ingest/time.h"

#include <map>
#include <optional>
#include <vector>

namespace ingest::history {

class PastWindow
{
public:
    // All `rows` are of this resolution, of which `step` is a multiple.
    PastWindow(Seconds resolution, Seconds step, std::vector<Rollup> rows);

    [[nodiscard]] Seconds resolution() const { return m_resolution; }
    [[nodiscard]] Seconds step() const { return m_step; }
    // The rows that end in (from, to].
    [[nodiscard]] Sums between(Second from, Second to) const;
    // Those of the chart point that ends at `end`; null: none.
    [[nodiscard]] const Sums *pointAt(Second end) const;
    // Calls visit(end of the row, seconds observed) for rows that end in (from, to].
    template <class Visit>
    void forEachObserved(Second from, Second to, Visit visit) const
    {
        for (auto row = m_observed.upper_bound(from); row != m_observed.end() && row->first <= to;
             ++row)
            visit(row->first, row->second);
    }
    // The end of the last row that was observed.
    [[nodiscard]] std::optional<Second> last() const;
    [[nodiscard]] bool empty() const { return m_rows.empty(); }

private:
    struct Point
    {
        Sums sums;
        std::vector<std::size_t> rows;
    };

    Seconds m_resolution;
    Seconds m_step;
    std::vector<Rollup> m_rows;
    std::map<Second, Point> m_points;    // by their ends
    std::map<Second, double> m_observed; // seconds, by the ends of rows
};

} // namespace ingest::history
