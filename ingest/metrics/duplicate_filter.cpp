// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/duplicate_filter.h"

namespace ingest::metrics {

namespace {

constexpr Seconds kSweepEvery{60};

} // namespace

bool DuplicateFilter::seenBefore(std::uint64_t identity, Timestamp now)
{
    const Second second = bucketOf(now);
    if (m_swept == Second::min())
        m_swept = second;
    if (second - m_swept >= kSweepEvery) {
        m_swept = second;
        m_seen.forgetUntil(second - kMemory);
    }
    if (m_seen.size() >= m_cap)
        makeRoom(second);
    const std::optional<Second> before = m_seen.raise(identity, second);
    return before && second - *before <= kMemory;
}

void DuplicateFilter::makeRoom(Second now)
{
    ++m_cuts;
    // Shorten the memory until a quarter of the room is free.
    for (Seconds memory = kMemory / 2; memory >= Seconds(1); memory /= 2) {
        m_seen.forgetUntil(now - memory);
        if (m_seen.size() <= m_cap / 4 * 3)
            return;
    }
    m_seen.clear();
}

} // namespace ingest::metrics
