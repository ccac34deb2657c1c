// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/epoch_account.h"

namespace ingest::metrics {

namespace {

constexpr std::size_t kMaxScopes = 1000;

} // namespace

bool EpochAccount::insert(std::string_view type, std::uint64_t sequence, Timestamp at)
{
    if (type.empty())
        return m_all.insert(sequence, at);
    auto scope = m_scopes.find(type);
    if (scope == m_scopes.end()) {
        if (m_scopes.size() >= kMaxScopes)
            return true;
        scope = m_scopes.emplace(type, SequenceIntervals{}).first;
    }
    return scope->second.insert(sequence, at);
}

std::size_t EpochAccount::intervals() const
{
    std::size_t count = m_all.intervals();
    for (const auto &[type, intervals] : m_scopes)
        count += intervals.intervals();
    return count;
}

void EpochAccount::keepIntervals(std::size_t most)
{
    m_all.closeGaps(most);
    for (auto &[type, intervals] : m_scopes)
        intervals.closeGaps(most);
}

void EpochAccount::pauseListening()
{
    m_all.pauseListening();
    for (auto &[type, intervals] : m_scopes)
        intervals.pauseListening();
}

void EpochAccount::announce(std::optional<std::uint64_t> sequence, std::optional<Timestamp> started,
                            Timestamp at)
{
    if (started)
        m_started = started;
    if (sequence.value_or(0) > m_announced) {
        if (!m_all.empty())
            m_all.passOver(*sequence);
        m_announced = *sequence;
        m_announcedAt = at;
    }
}

} // namespace ingest::metrics
