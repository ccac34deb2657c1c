// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/time_counts.h"

#include "ingest/metrics/floor_division.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace ingest::metrics {

CountRing::CountRing(std::int64_t widthSeconds, std::int64_t kept)
    : m_width(widthSeconds), m_kept(kept), m_newest(kNoBucket),
      m_counts(static_cast<std::size_t>(kept))
{
}

std::size_t CountRing::slot(std::int64_t bucket) const
{
    return static_cast<std::size_t>(bucket - floorDivide(bucket, m_kept) * m_kept);
}

void CountRing::add(std::int64_t second, std::int32_t n)
{
    const std::int64_t bucket = ceilDivide(second, m_width);
    assert(bucket <= m_newest);
    if (bucket >= oldestKept())
        m_counts[slot(bucket)] += n;
}

void CountRing::advanceTo(std::int64_t second)
{
    const std::int64_t bucket = ceilDivide(second, m_width);
    if (bucket - m_newest >= m_kept)
        std::ranges::fill(m_counts, 0);
    else
        for (std::int64_t next = m_newest + 1; next <= bucket; ++next)
            m_counts[slot(next)] = 0;
    m_newest = std::max(m_newest, bucket);
}

std::int64_t CountRing::sum(std::int64_t from, std::int64_t to) const
{
    from = std::max(from, oldestKept() - 1);
    to = std::min(to, m_newest);
    if (from >= to)
        return 0;
    const auto at = [this](std::size_t i) {
        return m_counts.begin() + static_cast<std::ptrdiff_t>(i);
    };
    const std::size_t first = slot(from + 1);
    const std::size_t last = slot(to);
    if (first <= last)
        return std::accumulate(at(first), at(last + 1), std::int64_t{0});
    return std::accumulate(at(first), m_counts.end(), std::int64_t{0}) +
           std::accumulate(m_counts.begin(), at(last + 1), std::int64_t{0});
}

TimeCounts::TimeCounts(std::int64_t minutesKept)
    : m_seconds(1, kSecondsKept + 2), m_minutes(60, minutesKept + 2)
{
}

void TimeCounts::add(std::int64_t second, std::int32_t n)
{
    m_seconds.add(second, n);
    m_minutes.add(second, n);
    m_total += n;
}

void TimeCounts::advanceTo(std::int64_t second)
{
    m_seconds.advanceTo(second);
    m_minutes.advanceTo(second);
}

std::uint64_t TimeCounts::count(std::int64_t from, std::int64_t to) const
{
    if (from >= to)
        return 0;
    const std::int64_t edge = m_seconds.oldestKept() - 1; // whole seconds after this one
    if (from >= edge)
        return static_cast<std::uint64_t>(m_seconds.sum(from, to));
    const std::int64_t fromMinute = floorDivide(from, 60);
    const std::int64_t toMinute = floorDivide(to, 60);
    std::int64_t sum = m_minutes.sum(fromMinute, toMinute);
    if (toMinute * 60 >= edge)
        sum += m_seconds.sum(toMinute * 60, to);
    return static_cast<std::uint64_t>(sum);
}

} // namespace ingest::metrics
