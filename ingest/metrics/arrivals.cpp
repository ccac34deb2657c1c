// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/arrivals.h"

#include <algorithm>
#include <utility>

namespace ingest::metrics {

namespace {

constexpr Seconds kLately{10};
constexpr Seconds kUsually{300};
constexpr Seconds kLagSpan{60};

} // namespace

void Arrivals::record(Timestamp arrival, Nanoseconds lag)
{
    m_last = std::max(m_last.value_or(arrival), arrival);
    const Second bucket = bucketOf(arrival);
    m_count.add(bucket);
    if (bucket != m_alike.bucket || lag != m_alike.lag) {
        settle();
        m_alike.bucket = bucket;
        m_alike.lag = lag;
    }
    ++m_alike.count;
}

void Arrivals::settle() const
{
    const auto [bucket, lag, count] = std::exchange(m_alike, {});
    if (count == 0 || bucket <= m_asOf - kLagSpan)
        return;
    LagSlot &slot = m_lags[static_cast<std::size_t>(bucket.time_since_epoch().count()) % kSlots];
    if (slot.bucket != bucket) {
        slot.bucket = bucket;
        slot.lags.clear();
    }
    const std::chrono::duration<double, std::milli> milliseconds = lag;
    slot.lags.record(std::max(0.0, milliseconds.count()), count);
}

// What was usual is taken down when the last event's second closes: silence may outlast the ring.
void Arrivals::advanceTo(Second asOf, Timestamp start)
{
    settle();
    m_start = start;
    const Second last = m_last ? bucketOf(*m_last) : m_asOf;
    if (last > m_asOf && last <= asOf) {
        m_count.advanceTo(last);
        m_usual = rate(last - kUsually, last);
    }
    m_count.advanceTo(asOf);
    m_asOf = asOf;
}

double Arrivals::rate(Second from, Second to) const
{
    const std::chrono::duration<double> span = to - std::max<Timestamp>(from, m_start);
    from = std::max(from, std::chrono::floor<Seconds>(m_start)); // after a time away
    return span.count() > 0 ? static_cast<double>(m_count.between(from, to)) / span.count() : 0;
}

double Arrivals::perSecond() const
{
    return rate(m_asOf - kLately, m_asOf);
}

void Arrivals::putLag(Freshness &freshness) const
{
    settle();
    LatencyHistogram lags;
    for (const LagSlot &slot : m_lags)
        if (slot.bucket > m_asOf - kLagSpan)
            lags.merge(slot.lags);
    freshness.lagP50Ms = lags.quantileMs(0.5);
    freshness.lagP99Ms = lags.quantileMs(0.99);
}

} // namespace ingest::metrics
