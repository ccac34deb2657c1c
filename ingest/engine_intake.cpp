// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine counts what the decoder delivers.
#include "ingest/engine_state.h"

#include "ingest/event_reading.h"
#include "ingest/metrics/marker_rules.h"

#include <algorithm>
#include <utility>

namespace ingest {

// Where the decoder lets an event wait for some more, it does: what counting it reads first, the
// table of duplicates, is in no cache.
void Engine::accept(const wire::Event &event)
{
    State &state = *m_state;
    ++state.decoded;
    if (!event.lasting || !state.decoding) {
        state.countComing();
        ComingEvent next;
        state.prepare(event, next);
        state.count(next);
        return;
    }
    state.prepare(event, state.coming.add());
    if (state.coming.newest().size() == ComingEvents::kBatch)
        state.askForComing();
    if (state.coming.full())
        state.countComing(ComingEvents::kBatch);
}

// In place: what was just written in parts and is copied as a whole waits for the memory.
void Engine::State::prepare(const wire::Event &event, ComingEvent &next) const
{
    next.event = &event;
    next.journey.reset();
    if (event.kind != wire::EventKind::event) {
        next.identity = {};
        return;
    }
    sources.identify(event, next.identity);
    next.journey = journeyHash(event);
}

void Engine::State::askForComing()
{
    for (const ComingEvent &next : coming.newest())
        sources.prefetch(next.identity);
    coming.asked();
}

void Engine::State::countComing(std::size_t most)
{
    askForComing();
    for (const ComingEvent &next : coming.oldest(most))
        sources.prefetchNext(next.identity);
    for (const ComingEvent &next : coming.oldest(most))
        count(next);
    coming.drop(most);
}

void Engine::State::count(const ComingEvent &next)
{
    const wire::Event &event = *next.event;
    const std::optional<Timestamp> known = event.arrival ? event.arrival : event.time;
    const Timestamp arrival = known.value_or(now);
    // A heartbeat at the head of a file has no time at all: it does not start the clock.
    if (known || started)
        arriveAt(arrival);
    if (event.kind == wire::EventKind::event)
        take(next, arrival);
    else
        announce(event, arrival);
    if (known || started)
        advanceTo(arrival);
}

void Engine::reject(const wire::Rejection &rejection)
{
    ++m_state->decoded;
    m_state->countComing();
    const Timestamp arrival = rejection.arrival.value_or(m_state->now);
    const bool timed = rejection.arrival || m_state->started;
    if (timed)
        m_state->arriveAt(arrival);
    m_state->sources.observe(rejection, std::max(m_state->now, arrival));
    m_state->intake.refuse(bucketOf(arrival), rejection.reason);
    if (timed)
        m_state->advanceTo(arrival);
}

void Engine::State::announce(const wire::Event &event, Timestamp arrival)
{
    const Timestamp instant = std::max(now, arrival);
    const metrics::Receipt receipt = sources.announce(event, instant);
    trust.heard(receipt.source, receipt.before, instant);
}

void Engine::State::take(const ComingEvent &next, Timestamp arrival)
{
    const wire::Event &event = *next.event;
    const Timestamp instant = std::max(now, arrival);
    const EventTiming timing = timingOf(event, arrival);
    const Timestamp time = timing.time;
    metrics::IntakeLedger::Used used;
    used.retimed = timing.retimed;
    used.late = timing.late;

    metrics::Receipt receipt;
    sources.observe(event, next.identity, time, arrival, instant, used.late, receipt);
    trust.heard(receipt.source, receipt.before, instant);
    if (receipt.verdict == metrics::Verdict::duplicate) {
        intake.drop(bucketOf(arrival));
        return;
    }

    const Second bucket = bucketOf(time);
    if (bucket <= asOf) {
        used.tooLate = metrics::isTooLate(bucket, asOf);
        used.revised = !used.tooLate;
        ++revision;
        revised.mark(bucket, asOf);
    }
    intake.use(bucket, used);
    trust.arrived(arrivals, sources.away(), instant);
    arrivals.record(instant, arrival - event.time.value_or(arrival));
    record({event, time, bucket, next.journey}, receipt.source);
}

void Engine::State::record(const metrics::Occurrence &occurrence, std::uint32_t source)
{
    metrics::EventTypes::Operations &operations = types.count(occurrence.event.type);
    for (metrics::Operation &operation : operations.signals) {
        const metrics::MatchMask matched = operation.match(occurrence.event);
        if (matched == 0)
            continue;
        trust.feed(operation.signal, source);
        watch.match(operation.signal, occurrence, matched);
        if (signals[operation.signal])
            signals[operation.signal]->record(occurrence, matched);
        else
            funnels.match(operation.signal, matched);
    }
    if (!operations.markers.empty())
        if (auto marker = metrics::markerOf(occurrence.event, occurrence.bucket, operations.markers,
                                            configuration->markers))
            markers.add(std::move(*marker));
    funnels.record(occurrence);
    std::uint32_t category = evidence::kNoCategory;
    if (occurrence.event.failure) {
        category = categories.record(occurrence);
        watch.fail(category, occurrence);
    }
    keeper.keep(occurrence.event, occurrence.time, occurrence.journey, category);
}

} // namespace ingest
