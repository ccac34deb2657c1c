// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/arrival_rate.h"

#include <algorithm>

namespace ingest {

namespace {

constexpr auto kArrivalSpan = std::chrono::milliseconds(100);

} // namespace

void ArrivalRate::took(std::uint64_t frames, Instant now)
{
    m_frames += frames;
    if (now - m_from < kArrivalSpan)
        return;
    m_spanBefore = now - m_from;
    m_framesBefore = m_frames;
    m_from = now;
    m_frames = 0;
}

ArrivalRate::Duration ArrivalRate::until(std::uint64_t frames, Duration most) const
{
    if (m_framesBefore == 0)
        return most;
    const double share = static_cast<double>(frames) / static_cast<double>(m_framesBefore);
    return std::min(most, std::chrono::duration_cast<Duration>(
                              share * std::chrono::duration<double>(m_spanBefore)));
}

} // namespace ingest
