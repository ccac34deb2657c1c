// SPDX-License-Identifier: GPL-3.0-or-later
// What each stage of the engine costs, measured apart in one run: the same bursts go through the
// decoder, the ledger, the journeys and every signal, each timed on its own, and through the whole.
#pragma once

#include "ingest/coming_events.h"
#include "ingest/config/configuration.h"
#include "ingest/engine.h"
#include "ingest/evidence/event_keeper.h"
#include "ingest/metrics/category_tallies.h"
#include "ingest/metrics/event_types.h"
#include "ingest/metrics/funnel_signals.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/metrics/source_ledger.h"
#include "ingest/wire/decoder.h"
#include "ingest/wire/event_sink.h"
#include "tests/bench/cpu_clock.h"
#include "tests/bench/traffic_burst.h"

#include <algorithm>
#include <memory>

namespace bench {

class StageCosts
{
public:
    enum Stage : std::uint8_t { decode, intern, ledger, keep, journeys, signals, windows, whole };
    static constexpr std::array<const char *, 8> kNames{
        "decode",  "intern types, operations", "ledger",          "keep events whole", "journeys",
        "signals", "windows, each second",     "the whole engine"};

    explicit StageCosts(std::shared_ptr<const ingest::config::Configuration> configuration)
        : m_configuration(std::move(configuration)), m_engine(m_configuration),
          m_decoder(m_configuration->fields), m_types(*m_configuration, 1), m_ledger({}, {}, 1),
          m_keeper(m_configuration->limits.keptBytes), m_categories({}, 1),
          m_funnels(m_configuration->signals, {}, 1)
    {
        for (const auto &signal : m_configuration->signals)
            m_signals.push_back(signal.kind == ingest::config::SignalKind::funnel
                                    ? nullptr
                                    : ingest::metrics::makeSignal(signal, *m_configuration, 1));
    }

    void run(const TrafficBurst &burst)
    {
        m_now = burst.now();
        timed(whole,
              [&] { burst.forEachReceive([this](auto frames) { m_engine.ingest(frames); }); });
        timed(decode, [&] {
            for (const auto &frame : burst.frames())
                m_decoder.decode(frame, m_null);
        });
        m_copies.events.clear();
        for (const auto &frame : burst.frames())
            m_decoder.decode(frame, m_copies);
        runStages();
        m_events += burst.frames().size();
    }

    [[nodiscard]] double nsPerEvent(Stage stage) const
    {
        return static_cast<double>(m_spent.at(stage).count()) / static_cast<double>(m_events);
    }
    // Forgets what was measured, not what was learned.
    void restart()
    {
        m_spent = {};
        m_events = 0;
    }

private:
    struct Null final : ingest::wire::EventSink
    {
        void accept(const ingest::wire::Event &) override {}
        void reject(const ingest::wire::Rejection &) override {}
    };
    struct Copies final : ingest::wire::EventSink
    {
        void accept(const ingest::wire::Event &event) override { events.push_back(event); }
        void reject(const ingest::wire::Rejection &) override {}
        std::vector<ingest::wire::Event> events;
    };

    template <class Work>
    void timed(Stage stage, Work work)
    {
        const auto start = CpuClock::now();
        work();
        m_spent.at(stage) += CpuClock::now() - start;
    }

    void runStages()
    {
        namespace metrics = ingest::metrics;
        m_matches.clear();
        const auto &events = m_copies.events;
        timed(intern, [&] {
            for (std::size_t i = 0; i < events.size(); ++i)
                for (auto &operation : m_types.count(events[i].type).signals)
                    if (const auto matched = operation.match(events[i]))
                        m_matches.push_back({i, operation.signal, matched});
        });
        timed(ledger, [&] {
            // As the engine does: a batch is asked for while the one before is counted.
            constexpr std::size_t kBatch = ingest::ComingEvents::kBatch;
            m_identities.resize(events.size());
            for (std::size_t next = 0; next < events.size() + kBatch; next += kBatch) {
                for (std::size_t i = next; i < std::min(next + kBatch, events.size()); ++i) {
                    m_ledger.identify(events[i], m_identities[i]);
                    m_ledger.prefetch(m_identities[i]);
                }
                metrics::Receipt receipt;
                for (std::size_t i = std::max(next, kBatch) - kBatch; i < next; ++i)
                    m_ledger.prefetchNext(m_identities[i]);
                for (std::size_t i = std::max(next, kBatch) - kBatch; i < next; ++i)
                    m_ledger.observe(events[i], m_identities[i], *events[i].time, m_now, m_now,
                                     false, receipt);
            }
        });
        std::vector<metrics::Occurrence> occurrences;
        for (const auto &event : events)
            occurrences.push_back({event, *event.time, ingest::bucketOf(*event.time),
                                   metrics::seededHash(event.journey, 1)});
        timed(keep, [&] {
            for (const auto &occurrence : occurrences)
                m_keeper.keep(occurrence.event, occurrence.time, occurrence.journey,
                              ingest::evidence::kNoCategory);
        });
        timed(journeys, [&] {
            auto match = m_matches.begin();
            for (std::size_t i = 0; i < events.size(); ++i) {
                for (; match != m_matches.end() && match->event == i; ++match)
                    if (!m_signals[match->signal])
                        m_funnels.match(match->signal, match->mask);
                m_funnels.record(occurrences[i]);
            }
        });
        timed(signals, [&] {
            for (const Match &match : m_matches)
                if (m_signals[match.signal])
                    m_signals[match.signal]->record(occurrences[match.event], match.mask);
            for (const auto &occurrence : occurrences)
                if (occurrence.event.failure)
                    m_categories.record(occurrence);
        });
        if (const auto asOf = std::chrono::floor<ingest::Seconds>(m_now); asOf != m_asOf)
            timed(windows, [&] { advanceTo(asOf); });
    }

    void advanceTo(ingest::Second asOf)
    {
        m_asOf = asOf;
        for (const auto &signal : m_signals)
            if (signal)
                signal->advanceTo(asOf);
        m_funnels.advanceTo(asOf);
        m_categories.advanceTo(asOf);
    }

    struct Match
    {
        std::size_t event;
        std::uint32_t signal;
        ingest::metrics::MatchMask mask;
    };

    std::shared_ptr<const ingest::config::Configuration> m_configuration;
    ingest::Engine m_engine;
    ingest::wire::Decoder m_decoder;
    ingest::metrics::EventTypes m_types;
    ingest::metrics::SourceLedger m_ledger;
    ingest::evidence::EventKeeper m_keeper;
    ingest::metrics::CategoryTallies m_categories;
    ingest::metrics::FunnelSignals m_funnels;
    std::vector<std::unique_ptr<ingest::metrics::Signal>> m_signals;
    Null m_null;
    Copies m_copies;
    std::vector<Match> m_matches;
    std::vector<ingest::metrics::Identity> m_identities;
    std::array<std::chrono::nanoseconds, 8> m_spent{};
    std::uint64_t m_events = 0;
    ingest::Timestamp m_now{};
    ingest::Second m_asOf{};
};

} // namespace bench
