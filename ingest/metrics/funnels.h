// SPDX-License-Identifier: GPL-3.0-or-later
// All funnels over all journeys. Row k of every window is exact at every asOf, whatever the order
// in which events arrived, as long as no cap is reached. An event late by any amount extends,
// alters or joins the journeys there is still a memory of. Owned by the engine; not thread-safe.
//
// Memory: 56 bytes a journey at most, 12 for each of its events in flight (those that match a step;
// of a key with a strict funnel all), about 0.6 MB a funnel.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/due_events.h"
#include "ingest/metrics/due_groups.h"
#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/funnel_breakdown.h"
#include "ingest/metrics/funnel_counts.h"
#include "ingest/metrics/journey_chains.h"
#include "ingest/metrics/journeys.h"
#include "ingest/metrics/match_table.h"
#include "ingest/metrics/step_mask.h"
#include "ingest/snapshot_signals.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ingest::metrics {

class Funnels
{
public:
    // `signals` are those of kind funnel, in the configuration's order, with 1 to kMaxFunnelSteps
    // steps each. `limits` gives journeys, journeyEvents and attributeValues. `seed` changes no
    // result.
    Funnels(std::span<const config::SignalConfiguration> signals, const config::Limits &limits,
            std::uint64_t seed);
    Funnels(const Funnels &) = delete;
    Funnels &operator=(const Funnels &) = delete;

    // How many funnels there are, and `by` attributes of all of them together.
    [[nodiscard]] std::size_t funnels() const { return m_shapes.size(); }
    [[nodiscard]] std::size_t attributes() const { return m_breakdowns.size(); }

    // For every accepted event with a journey, also where it matches nothing: it may lie between
    // the steps of a strict funnel, and it keeps its journey from being idle. `journeyKey` is a
    // seeded hash. `masks` has one entry for each funnel. `values` has one for each funnel and
    // attribute of its `by`, in order (funnel 0's attributes, then funnel 1's ...): the dense id of
    // the event's value, Interner::kOther or kNoValue; it is read of events that can start a chain.
    // Events ahead of asOf wait until they are due, others for some more of their kind or until
    // somebody looks: that they waited never shows. One more than 12 s ahead shows that time has
    // gone on.
    void record(std::uint64_t journeyKey, Timestamp time, std::span<const StepMask> masks,
                std::span<const std::uint32_t> values = {});
    // The same of one that matches nothing.
    void pass(std::uint64_t journeyKey, Timestamp time) { wait(journeyKey, time, 0); }

    // Raises asOf; earlier instants change nothing. Advancing to a then b equals b.
    void advanceTo(Second asOf);

    // The state at `asOf`, the instant last advanced to; with `step` its points are of that width
    // and not of a rolling span.
    [[nodiscard]] FunnelSnapshot snapshot(std::size_t funnel, Window window, Second asOf,
                                          std::optional<Seconds> step = std::nullopt);

    // As history keeps them, of (from, to]; and by the values of one of its attributes, row by row:
    // add(value, row from 0, journeys).
    void putRollups(std::size_t funnel, Second from, Second to, std::vector<Rollup> &rollups)
    {
        settle();
        m_counts[funnel].putRollups(from.time_since_epoch().count(), to.time_since_epoch().count(),
                                    rollups);
    }
    template <class Add>
    void forEachValue(std::size_t funnel, std::size_t attribute, Second from, Second to, Add add)
    {
        settle();
        m_breakdowns[m_shapes[funnel].firstAttribute + attribute].forEachValue(
            from.time_since_epoch().count(), to.time_since_epoch().count(), add);
    }

    // The values with the most journeys in row 1, at most `limit`, by (count, id); Interner::kOther
    // comes last and is the sum of what went under it. Value id and rows, conversion, Wilson.
    using ValueSnapshot = FunnelBreakdown::ValueSnapshot;
    [[nodiscard]] std::vector<ValueSnapshot> breakdown(std::size_t funnel, std::size_t attribute,
                                                       Window window, Second asOf,
                                                       std::size_t limit = 20);

    // Journeys forgotten because there were more than Limits::journeys. What they had come to by
    // then still counts.
    [[nodiscard]] std::uint64_t evictedJourneys()
    {
        settle();
        return m_evicted;
    }
    // How often a cap on the events in flight left unclear what an event does to its journey.
    [[nodiscard]] std::uint64_t boundedJourneys()
    {
        settle();
        return m_bounded;
    }
    // Events whose values went under Interner::kOther: their journey had too many to follow each
    // (see JourneyChains), or there were too many combinations (see MatchTable).
    [[nodiscard]] std::uint64_t valueOverflow()
    {
        settle();
        return m_valueOverflow + m_matches.overflow();
    }
    [[nodiscard]] std::size_t journeys()
    {
        settle();
        return m_journeys.size();
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        settle();
        auto &[shapes, funnelOf, stepNames, keepsAll, idleNs, matches, journeys, counts, breakdowns,
               due, groups, asOf, evicted, bounded, valueOverflow, doubtful, late, together, before,
               after, nothing, values] = *this;
        state(matches, journeys);
        state.fixed(counts);
        state.fixed(breakdowns);
        state(due, asOf, evicted, bounded, valueOverflow, doubtful);
        if constexpr (Archive::kReading)
            state.require(due.greatestMatch() < matches.size() && (!asOf || isSecond(*asOf)),
                          "an event that matches nothing");
    }

private:
    void wait(std::uint64_t journeyKey, Timestamp time, std::uint32_t match);
    void settle();
    void applyLate(const DueEvent &event);
    void applyAll(std::span<const DueEvent> events); // at most DueGroups::kMostEvents
    // All of one key and within one second.
    void apply(std::span<const DueEvent> events);
    void join(const Journeys::Touched &touched, std::int64_t time);
    void applyTo(std::uint32_t journey, std::span<JourneyEvent> events); // puts them in order
    bool insertAll(std::uint32_t journey, std::span<JourneyEvent> events);
    void change(const JourneyChains &before, const JourneyChains &after);
    void changeValues(const JourneyChains &before, const JourneyChains &after);
    void countUnfollowed(std::uint32_t match);
    void evict();
    void doubt(std::int64_t time);
    [[nodiscard]] bool isBounded(Window window, std::int64_t asOf) const;

    std::vector<FunnelShape> m_shapes;
    std::vector<std::size_t> m_funnelOf; // by attribute
    std::vector<std::vector<std::string>> m_stepNames;
    bool m_keepsAll = false; // a strict funnel needs every event
    std::int64_t m_idleNs = 0;
    MatchTable m_matches;
    Journeys m_journeys;
    std::vector<FunnelCounts> m_counts;
    std::vector<FunnelBreakdown> m_breakdowns; // by attribute
    DueEvents m_due;
    std::unique_ptr<DueGroups> m_groups = std::make_unique<DueGroups>(); // scratch
    std::optional<std::int64_t> m_asOf;                                  // seconds
    std::uint64_t m_evicted = 0;
    std::uint64_t m_bounded = 0;
    std::uint64_t m_valueOverflow = 0;
    std::optional<std::int64_t> m_doubtful; // the latest second a cap made uncertain
    std::vector<DueEvent> m_late;           // waiting; none in a state
    std::vector<JourneyEvent> m_together;   // scratch
    JourneyChains m_before;                 // scratch
    JourneyChains m_after;                  // scratch
    const JourneyChains m_nothing;
    std::vector<std::uint32_t> m_values; // scratch
};

} // namespace ingest::metrics
