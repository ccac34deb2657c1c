// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/trust.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

constexpr std::size_t kMostNamed = 16;
constexpr double kNoticeableRate = 1; // events a second below which silence proves nothing
constexpr std::chrono::hours kForgotten{24};

} // namespace

Trust::Trust(const config::Configuration &configuration, std::size_t signals)
    : m_limits(configuration.stale), m_feeds(signals)
{
}

bool Trust::recovering(const std::optional<Timestamp> &since, Timestamp now) const
{
    return since && now - *since < m_limits.recovery;
}

void Trust::hear(std::uint32_t source, SourceState before, Timestamp now)
{
    if (source == Interner::kOther)
        return;
    if (source >= m_sources.size())
        m_sources.resize(source + 1);
    Source &known = m_sources[source];
    if (known.known && before == SourceState::silent)
        known.returnedAt = now;
    if (!recovering(known.returnedAt, now))
        known.lastTrusted = now;
    known.known = true;
}

void Trust::arrived(const Arrivals &before, const AwaySpans &away, Timestamp now)
{
    const std::optional<Timestamp> &last = before.last();
    if (!last || now - *last < m_limits.everything || before.usualPerSecond() <= kNoticeableRate)
        return;
    if (now - std::max(*last, away.returnedAt().value_or(*last)) >= m_limits.everything)
        m_returnedAt = now;
}

void Trust::feedFirst(std::size_t signal, std::uint32_t source)
{
    if (source == Interner::kOther)
        return;
    std::vector<bool> &feeds = m_feeds[signal];
    if (source >= feeds.size())
        feeds.resize(source + 1);
    feeds[source] = true;
}

Freshness Trust::freshness(const Arrivals &arrivals, const SourceLedger &ledger,
                           Timestamp now) const
{
    Freshness freshness;
    freshness.lastEvent = arrivals.last();
    for (std::uint32_t source = 0; source < ledger.size(); ++source) {
        const SourceState state = ledger.state(source, now);
        freshness.sourcesUp += state == SourceState::up ? 1 : 0;
        freshness.sourcesKnown += state != SourceState::goodbye ? 1 : 0;
    }
    arrivals.putLag(freshness);
    if (!freshness.lastEvent)
        return freshness;
    const Timestamp awaited = *std::max(freshness.lastEvent, ledger.away().returnedAt());
    const bool nothing =
        arrivals.usualPerSecond() > kNoticeableRate && now - awaited >= m_limits.everything;
    const bool nobody = freshness.sourcesKnown > 0 && freshness.sourcesUp == 0;
    freshness.state = nothing || nobody || recovering(m_returnedAt, now) ? FreshnessState::stale
                                                                         : FreshnessState::live;
    return freshness;
}

std::vector<bool> Trust::silentSources(const SourceLedger &ledger, Timestamp now) const
{
    std::vector<bool> silent(m_sources.size());
    for (std::uint32_t source = 0; source < m_sources.size(); ++source) {
        const Source &known = m_sources[source];
        silent[source] =
            known.known && now - known.lastTrusted < kForgotten &&
            (ledger.state(source, now) == SourceState::silent || recovering(known.returnedAt, now));
    }
    return silent;
}

void Trust::putSilence(std::size_t signal, const SourceLedger &ledger,
                       const std::vector<bool> &silent, SignalSnapshot &snapshot) const
{
    for (std::uint32_t source = 0; source < m_feeds[signal].size(); ++source) {
        if (!m_feeds[signal][source] || !silent[source])
            continue;
        const Timestamp trusted = m_sources[source].lastTrusted;
        snapshot.silentSources.push_back(ledger.account(source).name());
        snapshot.staleSince = std::min(snapshot.staleSince.value_or(trusted), trusted);
    }
    std::ranges::sort(snapshot.silentSources);
    if (snapshot.silentSources.size() > kMostNamed)
        snapshot.silentSources.resize(kMostNamed);
}

void Trust::putTails(std::size_t signal, const SourceLedger &ledger,
                     const std::vector<Nanoseconds> &unheard, SignalSnapshot &snapshot) const
{
    for (std::uint32_t source = 0; source < m_feeds[signal].size(); ++source) {
        if (!m_feeds[signal][source] || unheard[source] <= snapshot.unheard)
            continue;
        snapshot.unheard = unheard[source];
        snapshot.brokenSource = ledger.account(source).name();
    }
}

} // namespace ingest::metrics
