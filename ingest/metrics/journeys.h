// SPDX-License-Identifier: GPL-3.0-or-later
// The journeys and their events in flight: which journey an event belongs to, which of them a late
// event joins, what is folded away and what is evicted. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/ask_for.h"
#include "ingest/metrics/event_arena.h"
#include "ingest/metrics/eviction_order.h"
#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/journey_chains.h"
#include "ingest/metrics/journey_copies.h"
#include "ingest/metrics/journey_table.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ingest::metrics {

struct JourneyLimits
{
    std::size_t journeys = 0;
    std::size_t eventsPerJourney = 0; // at most 256
    std::int64_t idleNs = 0;          // a longer gap divides a key into two journeys
};

class Journeys
{
public:
    Journeys(const JourneyLimits &limits, std::span<const FunnelShape> shapes,
             const MatchTable &matches, std::uint64_t seed);

    // The journeys of the key that events from `first` to `last` belong to: none, one, or two they
    // join. Where it is more than one instant there may be more: then two of them.
    struct Touched
    {
        std::array<std::uint32_t, 2> journeys{kNoJourney, kNoJourney};
        std::size_t count = 0;
    };
    [[nodiscard]] Touched touchedBy(std::uint64_t key, std::int64_t first, std::int64_t last) const;

    // Whether the event is later than every event in flight of the journey.
    [[nodiscard]] bool isNewest(std::uint32_t journey, std::int64_t time) const;
    // What the journey's chains come to.
    void evaluate(std::uint32_t journey, JourneyChains &chains) const;

    std::uint32_t begin(std::uint64_t key, std::int64_t time);
    // An event that no funnel needs: the journey was active, no more.
    void extend(std::uint32_t journey, std::int64_t time);
    // False where a cap left no room to tell what the event does to the chains.
    bool insert(std::uint32_t journey, const JourneyEvent &event);
    // The same of several that have been extended to: in order, at most kMaxFunnelSteps of them,
    // later than every event in flight, and there is room.
    void append(std::uint32_t journey, std::span<const JourneyEvent> events);
    [[nodiscard]] bool hasRoomFor(std::uint32_t journey, std::size_t events) const
    {
        return m_table[journey].count + events <= m_limits.eventsPerJourney;
    }
    // Makes both one, the result is `a`; false as above.
    bool join(std::uint32_t a, std::uint32_t b);

    // The journey to forget, where there are more journeys or events than the caps allow; else
    // kNoJourney.
    [[nodiscard]] std::uint32_t beyondCaps();
    void forget(std::uint32_t journey);
    // Whether so many events to come, whatever they do, leave all within those caps.
    [[nodiscard]] bool hasRoomFor(std::size_t events) const
    {
        return m_table.size() + events <= m_limits.journeys &&
               eventsInUse() + events * m_mostAdded <= eventBudget();
    }

    // Keys needed soon, sooner and soonest.
    void prefetch(std::uint64_t soon, std::uint64_t sooner, std::uint64_t soonest) const
    {
        m_table.prefetchSlot(soon);
        m_table.prefetchJourney(sooner);
        if (const std::uint32_t journey = m_table.likely(soonest); journey != kNoJourney)
            askFor(m_arena.data(m_table[journey].block()));
    }
    [[nodiscard]] const Journey &operator[](std::uint32_t journey) const
    {
        return m_table[journey];
    }
    [[nodiscard]] std::size_t size() const { return m_table.size(); }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[limits, shapes, matches, mostAdded, table, arena, order, folded, freeFolded,
               foldedBytes, scratch] = *this; // journey by journey, and places are given anew
        if constexpr (Archive::kReading) {
            std::size_t left = state.size(kLeastBytes);
            table.makeRoom(left);
            for (; left > 0 && state.ok(); --left)
                takeJourney(state);
        } else {
            state.later(std::make_shared<JourneyCopies>(copies()));
        }
    }

private:
    static constexpr std::size_t kLeastBytes = 13; // of a journey in a state

    using Folded = FoldedEvents;

    [[nodiscard]] JourneyCopies copies() const;

    template <class Archive>
    void takeJourney(Archive &state)
    {
        const std::uint64_t key = state.hash();
        std::int64_t first = 0;
        std::int64_t duration = 0;
        std::uint8_t sizeClass = 0;
        state(first, duration, sizeClass);
        const std::size_t count = state.size(2);
        if (!state.require(sizeClass <= EventArena::kMostSizeClass &&
                               count <= EventArena::capacityOf({0, sizeClass}),
                           "a journey of an impossible size"))
            return;
        if (!state.require(isInstant(first) && duration >= 0 &&
                               duration <= 9'200'000'000 * kNanosecondsASecond &&
                               isInstant(first + duration),
                           "a time out of range"))
            return;
        Journey &journey = m_table[m_table.insert(key)];
        journey.first = first;
        journey.last = first + duration;
        if (sizeClass != 0)
            journey.setBlock(m_arena.allocate(EventArena::capacityOf({0, sizeClass})));
        std::int64_t time = first;
        for (; journey.count < count && state.ok(); ++journey.count) {
            std::int64_t later = 0;
            std::uint32_t match = 0;
            state(later, match);
            const bool isLater = later >= 0 && later <= duration && time <= journey.last - later;
            if (!state.require(isLater && match < m_matches->size(), "an event out of order"))
                return;
            time += later;
            m_arena.data(journey.block())[journey.count] = JourneyEvent(time, match);
        }
        bool isFolded = false;
        state(isFolded);
        if (!isFolded)
            return;
        Folded &folded = foldedOf(journey);
        m_foldedBytes -= folded.chains.bytes();
        state(folded);
        m_foldedBytes += folded.chains.bytes();
    }

    // In events, what was folded away included.
    [[nodiscard]] std::size_t eventsInUse() const
    {
        return m_arena.inUse() + m_foldedBytes / sizeof(JourneyEvent);
    }
    [[nodiscard]] std::size_t eventBudget() const;
    [[nodiscard]] std::span<JourneyEvent> eventsOf(const Journey &journey) const;
    bool insertSorted(Journey &journey, const JourneyEvent &event);
    void reserve(Journey &journey, std::size_t events);
    bool store(Journey &journey); // m_scratch
    bool fold(Journey &journey);  // the older half of m_scratch
    Folded &foldedOf(Journey &journey);
    void dropFolded(Journey &journey);

    JourneyLimits m_limits;
    std::span<const FunnelShape> m_shapes;
    const MatchTable *m_matches;
    std::size_t m_mostAdded; // to eventsInUse(), by one event
    JourneyTable m_table;
    EventArena m_arena;
    EvictionOrder m_order;
    std::vector<std::unique_ptr<Folded>> m_folded;
    std::vector<std::uint32_t> m_freeFolded;
    std::size_t m_foldedBytes = 0;
    std::vector<JourneyEvent> m_scratch;
};

} // namespace ingest::metrics
