// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/time_counts.h"

#include "ingest/metrics/floor_division.h"

#include <algorithm>
#include <numeric>

namespace ingest::metrics {

CountRing::CountRing(std::int64_t kept) : m_places(kept), m_counts(static_cast<std::size_t>(kept))
{
}

void CountRing::advanceTo(std::int64_t bucket)
{
    const std::int64_t before = m_places.newest();
    m_places.advanceTo(bucket);
    if (bucket - before >= m_places.kept())
        std::ranges::fill(m_counts, 0);
    else
        for (std::int64_t next = before + 1; next <= bucket; ++next)
            m_counts[m_places[next]] = 0;
}

std::int64_t CountRing::sum(std::int64_t from, std::int64_t to) const
{
    from = std::max(from, oldestKept() - 1);
    to = std::min(to, m_places.newest());
    if (from >= to)
        return 0;
    const auto at = [this](std::size_t i) {
        return m_counts.begin() + static_cast<std::ptrdiff_t>(i);
    };
    const std::size_t first = m_places[from + 1];
    const std::size_t last = m_places[to];
    if (first <= last)
        return std::accumulate(at(first), at(last + 1), std::int64_t{0});
    return std::accumulate(at(first), m_counts.end(), std::int64_t{0}) +
           std::accumulate(m_counts.begin(), at(last + 1), std::int64_t{0});
}

TimeCounts::TimeCounts(std::int64_t minutesKept)
    : m_seconds(kSecondsKept + 2), m_minutes(minutesKept + 2)
{
}

void TimeCounts::advanceTo(std::int64_t second)
{
    m_seconds.advanceTo(second);
    m_minutes.advanceTo(ceilDivide(second, kMinuteSeconds));
}

std::uint64_t TimeCounts::count(std::int64_t from, std::int64_t to) const
{
    if (from >= to)
        return 0;
    const std::int64_t edge = m_seconds.oldestKept() - 1; // whole seconds after this one
    if (from >= edge)
        return static_cast<std::uint64_t>(m_seconds.sum(from, to));
    const std::int64_t fromMinute = floorDivide(from, kMinuteSeconds);
    const std::int64_t toMinute = floorDivide(to, kMinuteSeconds);
    std::int64_t sum = m_minutes.sum(fromMinute, toMinute);
    if (toMinute * kMinuteSeconds >= edge)
        sum += m_seconds.sum(toMinute * kMinuteSeconds, to);
    return static_cast<std::uint64_t>(sum);
}

} // namespace ingest::metrics
