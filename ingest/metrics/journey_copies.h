// SPDX-License-Identifier: GPL-3.0-or-later
// Journeys and their events in flight as they were at one instant, side by side, so that they can
// be written while the journeys go on: to look each up is what costs, not to copy it. One thread.
#pragma once

#include "ingest/metrics/event_arena.h"
#include "ingest/metrics/journey_chains.h"
#include "ingest/metrics/journey_table.h"
#include "ingest/metrics/large_pages.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

// What the oldest events of a journey with many came to.
struct FoldedEvents
{
    std::int64_t until; // no event at or before this instant can be told apart any more
    JourneyChains chains;
};

class JourneyCopies
{
public:
    JourneyCopies(std::size_t journeys, std::size_t events)
    {
        m_journeys.reserve(journeys);
        m_events.reserve(events);
    }

    // `folded`: null where there are none.
    void add(const Journey &journey, std::span<const JourneyEvent> events,
             const FoldedEvents *folded)
    {
        m_journeys.push_back(journey);
        m_events.insert(m_events.end(), events.begin(), events.end());
        if (folded != nullptr)
            m_folded.push_back(*folded);
    }

    // As Journeys reads them; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        state.size(m_journeys.size());
        auto event = m_events.cbegin();
        auto folded = m_folded.begin();
        for (const Journey &journey : m_journeys) {
            state.hash(journey.key);
            std::uint8_t sizeClass = journey.sizeClass;
            std::int64_t duration = journey.last - journey.first;
            std::int64_t before = journey.first;
            state(before, duration, sizeClass);
            state.size(journey.count);
            for (const auto end = event + journey.count; event != end; ++event) {
                std::int64_t later = event->time() - before;
                std::uint32_t match = event->match();
                state(later, match);
                before = event->time();
            }
            bool isFolded = journey.folded != kNoJourney;
            state(isFolded);
            if (isFolded)
                state(*folded++);
        }
    }

private:
    LargeVector<Journey> m_journeys;
    LargeVector<JourneyEvent> m_events; // of all of them, in this order
    std::vector<FoldedEvents> m_folded; // of those that have some
};

} // namespace ingest::metrics
