// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the store in the order of time, added up by row and by chart point, so that any span of
// them is soon told. Immutable once made; any thread.
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
    PastWindow(Seconds resolution, Seconds step, const std::vector<Rollup> &rows);

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
        for (auto row = m_rows.upper_bound(from); row != m_rows.end() && row->first <= to; ++row)
            visit(row->first, row->second.observedSeconds());
    }
    // The end of the last row that was observed.
    [[nodiscard]] std::optional<Second> last() const;
    [[nodiscard]] bool empty() const { return m_rows.empty(); }

private:
    Seconds m_resolution;
    Seconds m_step;
    std::map<Second, Sums> m_rows;   // by their ends
    std::map<Second, Sums> m_points; // by their ends
};

} // namespace ingest::history
