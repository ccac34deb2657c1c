// SPDX-License-Identifier: GPL-3.0-or-later
// What the ingest thread costs: how busy it is, how much it finds waiting, how much memory the
// process holds. Owned by the ingest thread, which gives it the time.
#pragma once

#include "ingest/snapshot_sources.h"

#include <chrono>

namespace ingest {

class LoopLoad
{
public:
    using Instant = std::chrono::steady_clock::time_point;
    static constexpr std::size_t kSteps = 360; // an hour

    LoopLoad(Instant start, std::uint64_t burstLimit);

    // After every look at the sockets, with the frames it gave. Closes seconds that have passed.
    void tookBurst(std::uint64_t frames, Instant now);
    // Spent without anything to do.
    void waited(std::chrono::steady_clock::duration time) { m_waited += time; }

    [[nodiscard]] const LoadSnapshot &snapshot() const { return m_snapshot; }

private:
    void closeSecond(Instant now);

    Instant m_second; // when the one running began
    std::chrono::steady_clock::duration m_waited{0};
    std::uint64_t m_largest = 0;
    int m_secondsInStep = 0;
    std::vector<LoadPoint> m_course;
    LoadSnapshot m_snapshot;
};

// Of this process, from the system; 0 where it does not tell.
[[nodiscard]] std::uint64_t residentBytes();

} // namespace ingest
