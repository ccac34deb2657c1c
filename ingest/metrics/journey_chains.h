// SPDX-License-Identifier: GPL-3.0-or-later
// The chains of one journey in all funnels, and for `by` those that were entered with each value.
// Fed with the journey's events in order of time. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/chains.h"
#include "ingest/metrics/event_arena.h"
#include "ingest/metrics/match_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

// One funnel as the journeys see it; `attributes` are numbered through all funnels.
struct FunnelShape
{
    ChainRule rule;
    std::size_t firstAttribute = 0;
    std::size_t attributes = 0;
};

// Of the chains entered with one value of one attribute, the latest entry for each row.
struct ValueChains
{
    std::size_t attribute = 0;
    std::uint32_t value = 0;
    Chains chains;
    std::vector<std::int64_t> entries; // unordered only: its events, ascending
};

class JourneyChains
{
public:
    // Values of one attribute that the chains of a journey are followed for: each costs every
    // event of the journey. What is entered with further ones counts under Interner::kOther.
    static constexpr std::size_t kMostValues = 16;

    JourneyChains(std::span<const FunnelShape> shapes, const MatchTable &matches);

    void restart();
    void continueFrom(const JourneyChains &other);

    // All events at one instant, later than those before.
    void feed(std::span<const JourneyEvent> group);
    // Sorted by time, and later than those before.
    void feedAll(std::span<const JourneyEvent> events);

    [[nodiscard]] const Chains &of(std::size_t funnel) const { return m_chains[funnel]; }
    [[nodiscard]] std::span<const ValueChains> values() const
    {
        return std::span(m_values).first(m_valuesUsed);
    }
    // Whether chains entered with that value are counted under it.
    [[nodiscard]] bool follows(std::size_t attribute, std::uint32_t value) const;
    [[nodiscard]] std::size_t bytes() const;
    // What bytes() may come to with so many events.
    [[nodiscard]] static std::size_t mostBytes(std::span<const FunnelShape> shapes,
                                               std::size_t events);

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[shapes, matches, chains, values, used, masks] = *this;
        state.fixed(chains);
        if constexpr (!Archive::kReading)
            values.resize(used); // the rest is memory
        state(values);
        used = values.size();
        if constexpr (Archive::kReading)
            for (const ValueChains &each : values)
                state.require(!shapes.empty() && each.attribute < shapes.back().firstAttribute +
                                                                      shapes.back().attributes,
                              "an attribute nobody asked for");
    }

private:
    void feedValues(const FunnelShape &shape, std::size_t funnel, std::int64_t time,
                    std::span<const JourneyEvent> group);
    void feedValue(const FunnelShape &shape, std::size_t funnel, ValueChains &chains,
                   std::int64_t time, std::span<const JourneyEvent> group);
    void feedUnorderedValue(const FunnelShape &shape, std::size_t funnel, ValueChains &chains,
                            std::int64_t time, std::span<const JourneyEvent> group);
    void meet(const FunnelShape &shape, std::size_t attribute, std::uint32_t value);
    [[nodiscard]] bool enters(const ValueChains &chains, std::uint32_t match) const;

    std::span<const FunnelShape> m_shapes;
    const MatchTable *m_matches;
    std::vector<Chains> m_chains;
    std::vector<ValueChains> m_values; // the first m_valuesUsed count; kept for their memory
    std::size_t m_valuesUsed = 0;
    std::vector<StepMask> m_masks; // scratch
};

} // namespace ingest::metrics
