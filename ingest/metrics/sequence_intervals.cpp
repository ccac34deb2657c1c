// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/sequence_intervals.h"

#include <algorithm>

namespace ingest::metrics {

bool SequenceIntervals::insert(std::uint64_t sequence, Timestamp at)
{
    if (!m_intervals.empty() && sequence == m_intervals.back().last + 1) {
        m_intervals.back().last = sequence; // the usual case: the next one
        ++m_received;
        return true;
    }
    const auto after = std::ranges::upper_bound(m_intervals, sequence, {}, &Interval::first);
    const bool hasBefore = after != m_intervals.begin();
    const auto before = hasBefore ? std::prev(after) : m_intervals.end();
    if (hasBefore && sequence <= before->last)
        return false;
    if (m_closedLost > 0 && !hasBefore)
        return false; // inside what was closed
    ++m_received;
    const bool joinsBefore = hasBefore && before->last + 1 == sequence;
    const bool joinsAfter = after != m_intervals.end() && sequence + 1 == after->first;
    if (joinsBefore && joinsAfter) {
        before->last = after->last;
        m_intervals.erase(after);
    } else if (joinsBefore) {
        before->last = sequence;
    } else if (joinsAfter) {
        after->first = sequence;
        after->firstAt = at;
    } else {
        m_intervals.insert(after, {sequence, sequence, at});
        if (m_intervals.size() > kMaxIntervals)
            closeOldestGap();
    }
    return true;
}

void SequenceIntervals::closeOldestGap()
{
    Interval &first = m_intervals[0];
    const Interval &second = m_intervals[1];
    m_closedLost += second.first - first.last - 1;
    first.last = second.last;
    m_intervals.erase(m_intervals.begin() + 1);
}

} // namespace ingest::metrics
