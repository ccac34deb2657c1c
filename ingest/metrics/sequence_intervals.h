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
    // Beyond so many intervals the oldest gaps are closed: they stay lost, whatever arrives.
    static constexpr std::size_t kMaxIntervals = 4096;

    // False where the sequence was received before; true among closed gaps, where nobody can tell.
    // `at` is the time of the event.
    bool insert(std::uint64_t sequence, Timestamp at);
    // Closes the oldest gaps until at most so many intervals are left.
    void closeGaps(std::size_t intervals);
    // Nobody listens any more: what is missing before the next one received is neither received
    // nor lost. Nobody can tell whether one of those came before, as among closed gaps.
    void pauseListening() { m_paused = !m_intervals.empty(); }
    // The same, up to this one, if anything was passed over at all.
    void passOver(std::uint64_t last);

    [[nodiscard]] bool empty() const { return m_intervals.empty(); }
    [[nodiscard]] std::uint64_t lowest() const { return m_intervals.front().first; }
    [[nodiscard]] std::uint64_t highest() const { return m_intervals.back().last; }
    [[nodiscard]] std::size_t intervals() const { return m_intervals.size(); }

    // Calls visit(count, at) for every gap at or above `baseline`; a missing sequence has the time
    // of the next one received. Closed gaps have no time: their count comes first, with none.
    template <class Visit>
    void forEachGap(std::uint64_t baseline, Visit visit) const
    {
        if (m_closedLost > 0)
            visit(m_closedLost, std::optional<Timestamp>());
        std::uint64_t next = baseline;
        for (const Interval &interval : m_intervals) {
            if (interval.first > next)
                visit(interval.first - next, std::optional(interval.firstAt));
            next = interval.last + 1;
        }
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[intervals, closedLost, closedUpTo, paused] = *this;
        state(intervals, closedLost, closedUpTo, paused);
        if constexpr (Archive::kReading)
            state.require(!intervals.empty(), "a numbering without numbers");
    }

private:
    struct Interval
    {
        std::uint64_t first;
        std::uint64_t last;
        Timestamp firstAt;
    };

    std::vector<Interval> m_intervals; // ascending, never adjacent
    std::uint64_t m_closedLost = 0;
    std::uint64_t m_closedUpTo = 0; // the highest sequence missing in a closed gap, or passed over
    bool m_paused = false;
};

} // namespace ingest::metrics
