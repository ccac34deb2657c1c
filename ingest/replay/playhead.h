// SPDX-License-Identifier: GPL-3.0-or-later
// Where a replay is to be: an instant, or one that moves on as fast as asked for. The clock is an
// argument. Owned by one thread.
#pragma once

#include "ingest/time.h"

#include <chrono>

namespace ingest::replay {

class Playhead
{
public:
    using Clock = std::chrono::steady_clock;

    explicit Playhead(Second at) : m_at(at) {}

    void seek(Second to, Clock::time_point now);
    void play(bool on, Clock::time_point now);
    void setSpeed(double speed, Clock::time_point now);
    // It took until now to get to where it was: it goes on from there instead of jumping.
    void catchBreath(Clock::time_point now) { seek(m_at, now); }

    // Moves it; where it is now.
    Second moveTo(Clock::time_point now);
    [[nodiscard]] Second at() const { return m_at; }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] double speed() const { return m_speed; }

private:
    Second m_at;
    bool m_playing = false;
    double m_speed = 1;
    Second m_from{}; // it was there at m_since
    Clock::time_point m_since;
};

} // namespace ingest::replay
