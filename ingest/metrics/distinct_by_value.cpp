// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/distinct_by_value.h"

#include "ingest/metrics/seeded_hash.h"

#include <algorithm>

namespace ingest::metrics {

void DistinctByValue::add(Second bucket, std::uint32_t value, std::uint64_t journey)
{
    const std::uint64_t pair = combineHashes(journey, value);
    if (bucket > m_asOf)
        m_ahead.add(bucket, {pair, value});
    else
        observe(bucket, value, pair);
}

void DistinctByValue::observe(Second bucket, std::uint32_t value, std::uint64_t pair)
{
    if (m_forgotten && bucket <= m_asOf - kLatestKept)
        return;
    if (m_capped && m_latest.size() >= m_cap)
        return;
    const std::optional<Second> before = m_latest.raise(pair, bucket);
    if (before && *before >= bucket)
        return;
    if (before)
        m_ring.add(*before, value, Amount{0, ~std::uint64_t{0}});
    m_ring.add(bucket, value, Amount{0, 1});
    m_capped = m_capped || m_latest.size() >= m_cap;
}

void DistinctByValue::advanceTo(Second asOf)
{
    if (!m_started) {
        m_started = true;
        m_swept = asOf;
    }
    m_asOf = asOf;
    m_ahead.release(asOf, [this](Second at, const std::vector<Waiting> &due) {
        m_ring.advanceTo(at - Seconds{1}); // its bucket is still open: it costs the least there
        constexpr std::size_t kAhead = 16; // what is asked for so far ahead has come by then
        for (std::size_t i = 0; i < due.size(); ++i) {
            m_latest.prefetch(due[std::min(i + kAhead, due.size() - 1)].pair);
            observe(at, due[i].value, due[i].pair);
        }
    });
    m_ring.advanceTo(asOf);
    // While there is room nothing is forgotten, so that the total stays exact.
    if (asOf - m_swept < kLatestSwept || m_latest.size() < m_cap / 2)
        return;
    m_swept = asOf;
    m_forgotten = m_latest.forgetUntil(asOf - kLatestKept) > 0 || m_forgotten;
}

bool DistinctByValue::exact(Window window) const
{
    return !m_capped && !(window == Window::all && m_forgotten);
}

} // namespace ingest::metrics
