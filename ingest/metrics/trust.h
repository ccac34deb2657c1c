// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what can be trusted: whether everything is stale, and which silent sources leave a signal
// without the events it needs. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/arrivals.h"
#include "ingest/metrics/source_ledger.h"
#include "ingest/snapshot_signals.h"

#include <optional>
#include <vector>

namespace ingest::metrics {

class Trust
{
public:
    Trust(const config::Configuration &configuration, std::size_t signals);

    // Something of the source arrived; `before` is the source's state just then.
    void heard(std::uint32_t source, SourceState before, Timestamp now)
    {
        // Of a burst, which comes at one instant, all but the first of a source change nothing.
        if (source < m_sources.size() && m_sources[source].known &&
            m_sources[source].lastTrusted == now && before != SourceState::silent)
            return;
        hear(source, before, now);
    }
    // An accepted event arrived, `before` telling of those before it.
    void arrived(const Arrivals &before, const AwaySpans &away, Timestamp now);
    // The source feeds this signal.
    void feed(std::size_t signal, std::uint32_t source)
    {
        const std::vector<bool> &feeds = m_feeds[signal];
        if (source >= feeds.size() || !feeds[source])
            feedFirst(signal, source);
    }

    [[nodiscard]] Freshness freshness(const Arrivals &arrivals, const SourceLedger &ledger,
                                      Timestamp now) const;
    // By source: silent now, or not back for long enough.
    [[nodiscard]] std::vector<bool> silentSources(const SourceLedger &ledger, Timestamp now) const;
    // Fills silentSources, by name, at most 16, and staleSince. `silent` as above.
    void putSilence(std::size_t signal, const SourceLedger &ledger, const std::vector<bool> &silent,
                    SignalSnapshot &snapshot) const;

    // Fills brokenSource and unheard: the source this signal needs that was not heard for longest
    // around ends without goodbye. `unheard`: for how long, by source.
    void putTails(std::size_t signal, const SourceLedger &ledger,
                  const std::vector<Nanoseconds> &unheard, SignalSnapshot &snapshot) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[limits, sources, feeds, returnedAt] = *this;
        state(sources, returnedAt);
        state.fixed(feeds);
        if constexpr (Archive::kReading)
            for (const std::vector<bool> &each : feeds)
                state.require(each.size() <= sources.size(), "a source nobody has named");
    }

private:
    struct Source
    {
        bool known = false;
        Timestamp lastTrusted{};               // before the silence that is being recovered from
        std::optional<Timestamp> returnedAt{}; // after a silence
    };

    void hear(std::uint32_t source, SourceState before, Timestamp now);
    void feedFirst(std::size_t signal, std::uint32_t source);
    [[nodiscard]] bool recovering(const std::optional<Timestamp> &since, Timestamp now) const;

    config::Staleness m_limits;
    std::vector<Source> m_sources;          // by the ledger's number
    std::vector<std::vector<bool>> m_feeds; // by signal and source
    std::optional<Timestamp> m_returnedAt;  // after nothing at all had come
};

} // namespace ingest::metrics
