// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/sequence_intervals.h"

#include <algorithm>

namespace ingest::metrics {

bool SequenceIntervals::insert(std::uint64_t sequence, Timestamp at)
{
    if (m_paused && sequence > highest())
        passOver(sequence - 1);
    // The next one; after the greatest of all there is none.
    if (!m_intervals.empty() && sequence != 0 && sequence - 1 == m_intervals.back().last) {
        m_intervals.back().last = sequence;
        return true;
    }
    const auto after = std::ranges::upper_bound(m_intervals, sequence, {}, &Interval::first);
    const bool hasBefore = after != m_intervals.begin();
    const auto before = hasBefore ? std::prev(after) : m_intervals.end();
    if (hasBefore && sequence <= before->last)
        return m_closedUpTo > 0 && sequence <= m_closedUpTo;
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
            closeGaps(kMaxIntervals / 8 * 7); // some at once: each closing moves all the rest
    }
    return true;
}

void SequenceIntervals::passOver(std::uint64_t last)
{
    if (!m_paused || last < highest())
        return;
    m_paused = false;
    if (last == highest())
        return;
    m_intervals.back().last = last;
    m_closedUpTo = last;
}

void SequenceIntervals::closeGaps(std::size_t intervals)
{
    if (m_intervals.size() <= std::max<std::size_t>(intervals, 1))
        return;
    const std::size_t closed = m_intervals.size() - std::max<std::size_t>(intervals, 1);
    for (std::size_t i = 1; i <= closed; ++i)
        m_closedLost += m_intervals[i].first - m_intervals[i - 1].last - 1;
    m_closedUpTo = std::max(m_closedUpTo, m_intervals[closed].first - 1);
    m_intervals.front().last = m_intervals[closed].last;
    m_intervals.erase(m_intervals.begin() + 1,
                      m_intervals.begin() + 1 + static_cast<std::ptrdiff_t>(closed));
}

} // namespace ingest::metrics
