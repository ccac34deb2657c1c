// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/playhead.h"

namespace ingest::replay {

void Playhead::seek(Second to, Clock::time_point now)
{
    m_at = m_from = to;
    m_since = now;
}

void Playhead::play(bool on, Clock::time_point now)
{
    if (on == m_playing)
        return;
    moveTo(now);
    m_playing = on;
    seek(m_at, now);
}

void Playhead::setSpeed(double speed, Clock::time_point now)
{
    moveTo(now);
    m_speed = speed;
    seek(m_at, now);
}

Second Playhead::moveTo(Clock::time_point now)
{
    if (!m_playing)
        return m_at;
    const std::chrono::duration<double> played = (now - m_since) * m_speed;
    return m_at = m_from + std::chrono::floor<Seconds>(played);
}

} // namespace ingest::replay
