// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/journeys.h"

#include <algorithm>
#include <cassert>

namespace ingest::metrics {

namespace {

constexpr std::size_t kEventsPerJourneyBudget = 8; // on average, over all journeys
constexpr std::size_t kLeastEventBudget = 65'536;

} // namespace

Journeys::Journeys(const JourneyLimits &limits, std::span<const FunnelShape> shapes,
                   const MatchTable &matches, std::uint64_t seed)
    : m_limits(limits), m_shapes(shapes), m_matches(&matches),
      m_mostAdded(EventArena::kMostEvents +
                  JourneyChains::mostBytes(shapes, EventArena::kMostEvents) / sizeof(JourneyEvent)),
      m_table(seed)
{
    assert(limits.eventsPerJourney >= 2 && limits.eventsPerJourney <= 256);
    m_scratch.reserve(2 * EventArena::kMostEvents + 1);
}

Journeys::Touched Journeys::touchedBy(std::uint64_t key, std::int64_t first,
                                      std::int64_t last) const
{
    Touched touched;
    for (std::uint32_t at = m_table.find(key); at != kNoJourney; at = m_table[at].next) {
        const Journey &journey = m_table[at];
        if (last < journey.first - m_limits.idleNs || first > journey.last + m_limits.idleNs)
            continue;
        if (touched.count < touched.journeys.size())
            touched.journeys[touched.count++] = at;
    }
    if (touched.count == 2 &&
        m_table[touched.journeys[0]].first > m_table[touched.journeys[1]].first)
        std::swap(touched.journeys[0], touched.journeys[1]);
    return touched;
}

// In the order of their places. Their events lie anywhere: asked for some journeys ahead, they have
// come when they are copied.
JourneyCopies Journeys::copies() const
{
    constexpr std::uint32_t kAhead = 16;
    JourneyCopies copies(m_table.size(), m_arena.inUse());
    const std::uint32_t places = m_table.places();
    for (std::uint32_t place = 0; place < places; ++place) {
        if (const std::uint32_t ahead = place + kAhead; ahead < places)
            askFor(m_arena.data(m_table[ahead].block()));
        if (!m_table.holds(place))
            continue;
        const Journey &journey = m_table[place];
        copies.add(journey, eventsOf(journey),
                   journey.folded == kNoJourney ? nullptr : m_folded[journey.folded].get());
    }
    return copies;
}

std::span<JourneyEvent> Journeys::eventsOf(const Journey &journey) const
{
    return {m_arena.data(journey.block()), journey.count};
}

bool Journeys::isNewest(std::uint32_t journey, std::int64_t time) const
{
    const Journey &at = m_table[journey];
    if (at.count != 0)
        return eventsOf(at).back().time() < time;
    return at.folded == kNoJourney || m_folded[at.folded]->until < time;
}

void Journeys::evaluate(std::uint32_t journey, JourneyChains &chains) const
{
    const Journey &at = m_table[journey];
    if (at.folded == kNoJourney)
        chains.restart();
    else
        chains.continueFrom(m_folded[at.folded]->chains);
    chains.feedAll(eventsOf(at));
}

std::uint32_t Journeys::begin(std::uint64_t key, std::int64_t time)
{
    const std::uint32_t journey = m_table.insert(key);
    m_table[journey].first = time;
    m_table[journey].last = time;
    m_order.changed(m_table, journey);
    return journey;
}

void Journeys::extend(std::uint32_t journey, std::int64_t time)
{
    Journey &at = m_table[journey];
    if (time >= at.first && time <= at.last)
        return;
    at.first = std::min(at.first, time);
    at.last = std::max(at.last, time);
    m_order.changed(m_table, journey);
}

bool Journeys::insert(std::uint32_t journey, const JourneyEvent &event)
{
    extend(journey, event.time());
    Journey &at = m_table[journey];
    if (at.folded != kNoJourney && event.time() <= m_folded[at.folded]->until)
        return false;
    const auto events = eventsOf(at);
    const auto [same, end] = std::ranges::equal_range(events, event, isEarlier);
    // More of the same at one instant than there are steps can change nothing.
    if (static_cast<std::size_t>(end - same) > kMaxFunnelSteps)
        return true;
    if (at.count >= m_limits.eventsPerJourney)
        return insertSorted(at, event);
    const auto place = static_cast<std::size_t>(end - events.begin());
    reserve(at, at.count + 1u);
    JourneyEvent *data = m_arena.data(at.block());
    std::copy_backward(data + place, data + at.count, data + at.count + 1);
    data[place] = event;
    ++at.count;
    return true;
}

void Journeys::append(std::uint32_t journey, std::span<const JourneyEvent> events)
{
    assert(events.size() <= kMaxFunnelSteps && isNewest(journey, events.front().time()));
    Journey &at = m_table[journey];
    reserve(at, at.count + events.size());
    std::ranges::copy(events, m_arena.data(at.block()) + at.count);
    at.count = static_cast<std::uint16_t>(at.count + events.size());
}

// Room for so many in flight.
void Journeys::reserve(Journey &journey, std::size_t events)
{
    if (events <= EventArena::capacityOf(journey.block()))
        return;
    const EventBlock larger = m_arena.allocate(events);
    std::ranges::copy(eventsOf(journey), m_arena.data(larger));
    m_arena.release(journey.block());
    journey.setBlock(larger);
}

bool Journeys::insertSorted(Journey &journey, const JourneyEvent &event)
{
    const auto events = eventsOf(journey);
    m_scratch.assign(events.begin(), events.end());
    m_scratch.insert(std::ranges::upper_bound(m_scratch, event, isEarlier), event);
    return store(journey);
}

bool Journeys::store(Journey &journey)
{
    bool certain = true;
    while (m_scratch.size() > m_limits.eventsPerJourney)
        certain = fold(journey) && certain;
    if (EventArena::capacityOf(journey.block()) < m_scratch.size()) {
        m_arena.release(journey.block());
        journey.setBlock(m_arena.allocate(m_scratch.size()));
    }
    std::ranges::copy(m_scratch, m_arena.data(journey.block()));
    journey.count = static_cast<std::uint16_t>(m_scratch.size());
    return certain;
}

bool Journeys::fold(Journey &journey)
{
    // Whole instants only; one that does not fit in as a whole is folded in pieces and says so.
    const auto middle = m_scratch.begin() + static_cast<std::ptrdiff_t>(m_scratch.size() / 2);
    const auto sameAs = [](std::int64_t time) {
        return [time](const JourneyEvent &event) { return event.time() >= time; };
    };
    auto end = std::find_if(m_scratch.begin(), middle, sameAs(middle->time()));
    bool certain = true;
    if (end == m_scratch.begin())
        end = std::find_if(middle, m_scratch.end(), sameAs(middle->time() + 1));
    if (end == m_scratch.end()) {
        end = middle;
        certain = false;
    }
    Folded &folded = foldedOf(journey);
    m_foldedBytes -= folded.chains.bytes();
    folded.chains.feedAll({m_scratch.begin(), end});
    folded.until = certain ? std::prev(end)->time() : std::prev(end)->time() - 1;
    m_foldedBytes += folded.chains.bytes();
    m_scratch.erase(m_scratch.begin(), end);
    return certain;
}

Journeys::Folded &Journeys::foldedOf(Journey &journey)
{
    if (journey.folded != kNoJourney)
        return *m_folded[journey.folded];
    if (m_freeFolded.empty()) {
        m_freeFolded.push_back(static_cast<std::uint32_t>(m_folded.size()));
        m_folded.emplace_back();
    }
    journey.folded = m_freeFolded.back();
    m_freeFolded.pop_back();
    m_folded[journey.folded] =
        std::make_unique<Folded>(Folded{kNever, JourneyChains(m_shapes, *m_matches)});
    m_foldedBytes += m_folded[journey.folded]->chains.bytes();
    return *m_folded[journey.folded];
}

void Journeys::dropFolded(Journey &journey)
{
    if (journey.folded == kNoJourney)
        return;
    m_foldedBytes -= m_folded[journey.folded]->chains.bytes();
    m_folded[journey.folded].reset();
    m_freeFolded.push_back(journey.folded);
    journey.folded = kNoJourney;
}

bool Journeys::join(std::uint32_t a, std::uint32_t b)
{
    Journey &to = m_table[a];
    Journey &from = m_table[b];
    const auto first = eventsOf(to);
    const auto second = eventsOf(from);
    m_scratch.resize(first.size() + second.size());
    std::ranges::merge(first, second, m_scratch.begin(), isEarlier);
    to.first = std::min(to.first, from.first);
    to.last = std::max(to.last, from.last);
    bool certain = true;
    // Where the later one was folded without the earlier one, the earlier one can no longer
    // be fed to it.
    if (to.folded != kNoJourney && from.folded != kNoJourney) {
        certain = false;
        if (m_folded[from.folded]->until > m_folded[to.folded]->until)
            std::swap(to.folded, from.folded);
        dropFolded(from);
    } else if (from.folded != kNoJourney) {
        std::swap(to.folded, from.folded);
    }
    if (to.folded != kNoJourney) {
        const std::int64_t until = m_folded[to.folded]->until;
        const std::size_t cut =
            std::erase_if(m_scratch, [=](const auto &event) { return event.time() <= until; });
        certain = certain && cut == 0;
    }
    certain = store(to) && certain;
    forget(b);
    m_order.changed(m_table, a);
    return certain;
}

std::size_t Journeys::eventBudget() const
{
    return std::max(m_limits.journeys * kEventsPerJourneyBudget, kLeastEventBudget);
}

std::uint32_t Journeys::beyondCaps()
{
    const bool tooManyEvents = eventsInUse() > eventBudget() && m_table.size() > 1;
    return m_table.size() > m_limits.journeys || tooManyEvents ? m_order.oldest(m_table)
                                                               : kNoJourney;
}

void Journeys::forget(std::uint32_t journey)
{
    Journey &at = m_table[journey];
    dropFolded(at);
    m_arena.release(at.block());
    m_table.erase(journey);
}

} // namespace ingest::metrics
