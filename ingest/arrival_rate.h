// SPDX-License-Identifier: GPL-3.0-or-later
// How fast frames come, and so for how long the ingest thread may sleep: what gathers meanwhile
// waits in queues, and whoever fills them waits as well. Owned by the ingest thread, which gives it
// the time.
#pragma once

#include <chrono>
#include <cstdint>

namespace ingest {

class ArrivalRate
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    using Duration = std::chrono::steady_clock::duration;

    explicit ArrivalRate(Instant start) : m_from(start) {}

    // After every look at the sockets, with the frames it gave.
    void took(std::uint64_t frames, Instant now);

    // In which no more than `frames` come, if they come as they did in the last tenth of a second
    // that is over; at most `most`.
    [[nodiscard]] Duration until(std::uint64_t frames, Duration most) const;

private:
    Instant m_from;
    std::uint64_t m_frames = 0; // since then
    Duration m_spanBefore{0};   // and before that
    std::uint64_t m_framesBefore = 0;
};

} // namespace ingest
