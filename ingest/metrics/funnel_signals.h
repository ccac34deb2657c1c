// SPDX-License-Identifier: GPL-3.0-or-later
// The configured funnels as the engine drives them: every accepted event of a journey in, with the
// steps it matched and the values its breakdowns ask for. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/attribute_values.h"
#include "ingest/metrics/funnels.h"
#include "ingest/metrics/match_mask.h"
#include "ingest/metrics/signal.h"

#include <vector>

namespace ingest::metrics {

class FunnelSignals
{
public:
    FunnelSignals(const std::vector<config::SignalConfiguration> &signals,
                  const config::Limits &limits, std::uint64_t seed);

    // For every event: first which funnels matched which steps, then once record().
    void match(std::size_t signal, MatchMask steps)
    {
        m_masks[m_funnelOf[signal]] = steps;
        m_matched = true;
    }
    void record(const Occurrence &occurrence);
    void advanceTo(Second asOf) { m_funnels.advanceTo(asOf); }

    // `signal` is the place in the configuration of a signal of kind funnel.
    [[nodiscard]] FunnelSnapshot value(std::size_t signal, const View &view);
    [[nodiscard]] std::vector<Breakdown> breakdowns(std::size_t signal, const View &view);

    // As Signal's; of whole seconds of the last two hours, and whole minutes of the last two days.
    void putRollups(std::size_t signal, Second from, Seconds resolution,
                    std::vector<Rollup> &rollups)
    {
        m_funnels.putRollups(m_funnelOf[signal], from, from + resolution, rollups);
    }
    void putValueRollups(std::size_t signal, Second from, Seconds resolution,
                         std::vector<Rollup> &rollups);

    [[nodiscard]] std::uint64_t overflow();
    [[nodiscard]] std::uint64_t evictedJourneys() { return m_funnels.evictedJourneys(); }
    [[nodiscard]] std::uint64_t boundedJourneys() { return m_funnels.boundedJourneys(); }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[configurations, funnelOf, firstAttribute, attributes, funnels, masks, matched,
               values] = *this;
        state.fixed(attributes);
        state(funnels);
    }

private:
    void recordMatched(const Occurrence &occurrence);

    std::vector<config::SignalConfiguration> m_configurations; // funnels only
    std::vector<std::size_t> m_funnelOf;                       // by signal
    std::vector<std::size_t> m_firstAttribute;                 // by funnel
    std::vector<AttributeValues> m_attributes;
    Funnels m_funnels;
    std::vector<StepMask> m_masks;         // of the event at hand
    bool m_matched = false;                // any of them
    std::vector<std::uint32_t> m_valueIds; // of the event at hand
};

} // namespace ingest::metrics
