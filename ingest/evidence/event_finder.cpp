// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/event_finder.h"

#include "ingest/evidence/figure_filter.h"
#include "ingest/evidence/funnel_journeys.h"

#include <algorithm>
#include <tuple>

namespace ingest::evidence {

namespace {

auto orderOf(const KeptEvent &event)
{
    return std::tuple(event.record.time, event.record.number);
}

bool laterFirst(const KeptEvent &a, const KeptEvent &b)
{
    return orderOf(a) > orderOf(b);
}

// `events` with the latest first.
std::vector<FoundJourney> journeysOf(const std::vector<KeptEvent> &events)
{
    std::vector<std::size_t> places(events.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    const auto keyOf = [&](std::size_t i) { return events[i].record.journey; };
    std::ranges::stable_sort(places, {}, keyOf);
    const auto again = std::ranges::unique(places, {}, keyOf);
    places.erase(again.begin(), again.end());
    std::ranges::sort(places);
    std::vector<FoundJourney> journeys;
    journeys.reserve(places.size());
    for (const std::size_t i : places)
        journeys.push_back({keyOf(i), events[i]});
    return journeys;
}

} // namespace

Found find(const KeptEvents &kept, const config::Configuration &configuration, const Figure &figure)
{
    const config::SignalConfiguration *signal =
        figure.signal ? &configuration.signals.at(*figure.signal) : nullptr;
    Found found;
    if (signal != nullptr && signal->kind == config::SignalKind::funnel) {
        found.journeys = funnelJourneys(kept, configuration, figure);
        return found;
    }
    FigureFilter filter(configuration, figure);
    kept.forEach([&](const std::shared_ptr<const KeptChunk> &chunk, const KeptRecord &record) {
        if (filter.counts(*chunk, record))
            found.events.push_back({chunk, record});
    });
    std::ranges::sort(found.events, laterFirst);
    if (figure.journeys || (signal != nullptr && signal->kind == config::SignalKind::uniques)) {
        found.journeys = journeysOf(found.events);
        found.events.clear();
    }
    return found;
}

std::vector<KeptEvent> eventsOfJourney(const KeptEvents &kept, std::uint64_t key, Timestamp around,
                                       std::chrono::seconds idle)
{
    std::vector<KeptEvent> events;
    kept.forEach([&](const std::shared_ptr<const KeptChunk> &chunk, const KeptRecord &record) {
        if (record.journey == key)
            events.push_back({chunk, record});
    });
    std::ranges::sort(events, {}, orderOf);
    const auto pausesBefore = [&](std::size_t i) {
        return events[i].record.time - events[i - 1].record.time > idle;
    };
    std::size_t begin = 0;
    std::size_t end = events.size();
    for (std::size_t i = 1; i < events.size(); ++i) {
        if (!pausesBefore(i))
            continue;
        if (events[i].record.time > around) {
            end = i;
            break;
        }
        begin = i;
    }
    return {events.begin() + static_cast<std::ptrdiff_t>(begin),
            events.begin() + static_cast<std::ptrdiff_t>(end)};
}

} // namespace ingest::evidence
