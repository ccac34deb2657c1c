// SPDX-License-Identifier: GPL-3.0-or-later
// Which sequence numbers of one epoch were received, as intervals: what lies between them is lost
// until it arrives. The result depends on what was received, not on the order. Owned by the ledger;
// not thread-safe.
#pragma once

#include "ingest/time.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ingest::metrics {

class SequenceIntervals
{
public:
    // Beyond so many intervals the oldest gap is closed: it stays lost, whatever arrives.
    static constexpr std::size_t kMaxIntervals = 4096;

    // False where the sequence was received before. `at` is the time of the event.
    bool insert(std::uint64_t sequence, Timestamp at);

    [[nodiscard]] bool empty() const { return m_intervals.empty(); }
    [[nodiscard]] std::uint64_t lowest() const { return m_intervals.front().first; }
    [[nodiscard]] std::uint64_t highest() const { return m_intervals.back().last; }
    [[nodiscard]] std::uint64_t received() const { return m_received; }

    // Calls visit(count, at) for every gap at or above `baseline`; a missing sequence has the time
    // of the next one received. Closed gaps have no time: their count comes first, with none.
    template <class Visit>
    void forEachGap(std::uint64_t baseline, Visit visit) const
    {
        if (m_closedLost > 0)
            visit(m_closedLost, std::optional<Timestamp>());
        std::uint64_t next = m_closedLost > 0 && !empty() ? lowest() : baseline;
        for (const Interval &interval : m_intervals) {
            if (interval.first > next)
                visit(interval.first - next, std::optional(interval.firstAt));
            next = interval.last + 1;
        }
    }

private:
    struct Interval
    {
        std::uint64_t first;
        std::uint64_t last;
        Timestamp firstAt;
    };

    void closeOldestGap();

    std::vector<Interval> m_intervals; // ascending, never adjacent
    std::uint64_t m_received = 0;
    std::uint64_t m_closedLost = 0;
};

} // namespace ingest::metrics
