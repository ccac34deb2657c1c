// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/engine.h"

#include "ingest/engine_state.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/wire/frame.h"

#include <algorithm>

namespace ingest {

namespace {

using namespace std::chrono_literals;

constexpr Nanoseconds kLateAfter = 30s;
constexpr Nanoseconds kRetimedAhead = 10s;

// Journey keys are results' business (an estimate of how many), so their hash has a key of its own
// that never changes; the tables mix it with their seed.
constexpr std::uint64_t kJourneySeed = 0x6a6f75726e657973;

} // namespace

Engine::Engine(std::shared_ptr<const config::Configuration> configuration)
    : Engine(std::move(configuration), metrics::freshSeed())
{
}

Engine::Engine(std::shared_ptr<const config::Configuration> configuration, std::uint64_t seed)
    : m_state(std::make_unique<State>(std::move(configuration), seed))
{
}

Engine::~Engine() = default;
Engine::Engine(Engine &&) noexcept = default;
Engine &Engine::operator=(Engine &&) noexcept = default;

Engine::State::State(std::shared_ptr<const config::Configuration> given, std::uint64_t seed)
    : configuration(std::move(given)), tableSeed(seed), decoder(configuration->fields),
      types(configuration->signals, configuration->limits.types, seed),
      sources(configuration->limits, configuration->stale, seed),
      trust(*configuration, configuration->signals.size()), categories(configuration->limits, seed),
      funnels(configuration->signals, configuration->limits, seed),
      keeper(std::min(configuration->limits.keptBytes, configuration->limits.memoryBytes / 2)),
      watch(*configuration, seed)
{
    for (const config::SignalConfiguration &signal : configuration->signals)
        signals.push_back(signal.kind == config::SignalKind::funnel
                              ? nullptr
                              : metrics::makeSignal(signal, *configuration, seed));
}

void Engine::ingest(const wire::Frame &frame)
{
    m_state->decoder.decode(frame, *this);
    if (frame.arrival)
        m_state->advanceTo(*frame.arrival);
}

void Engine::advanceTo(Timestamp now)
{
    m_state->sources.startAt(now); // before any event: whoever starts later begins at 1
    m_state->advanceTo(now);
}

void Engine::acknowledge(const std::string &subject, const std::string &by)
{
    m_state->watch.acknowledge(subject, by);
    ++m_state->revision;
}

Timestamp Engine::now() const
{
    return m_state->now;
}

void Engine::State::advanceTo(Timestamp instant)
{
    if (started && instant <= now) {
        startedAt = std::min(startedAt, instant);
        return;
    }
    startedAt = started ? startedAt : instant;
    const bool first = !started;
    started = true;
    now = instant;
    if (first)
        sources.clockStartsAt(instant);
    const Second second = std::chrono::floor<Seconds>(instant);
    if (!first && second <= asOf)
        return;
    asOf = second;
    for (const auto &signal : signals)
        if (signal)
            signal->advanceTo(asOf);
    funnels.advanceTo(asOf);
    categories.advanceTo(asOf);
    intake.advanceTo(asOf);
    arrivals.advanceTo(asOf, startedAt);
    watch.advanceTo(asOf, startedAt, categories, sources);
}

// An event that arrives at a whole second still finds its bucket open.
void Engine::State::arriveAt(Timestamp arrival)
{
    advanceTo(arrival - Nanoseconds{1});
}

void Engine::accept(const wire::Event &event)
{
    const std::optional<Timestamp> known = event.arrival ? event.arrival : event.time;
    const Timestamp arrival = known.value_or(m_state->now);
    // A heartbeat at the head of a file has no time at all: it does not start the clock.
    if (known || m_state->started)
        m_state->arriveAt(arrival);
    if (event.kind == wire::EventKind::event)
        m_state->take(event, arrival);
    else
        m_state->announce(event, arrival);
    if (known || m_state->started)
        m_state->advanceTo(arrival);
}

void Engine::reject(const wire::Rejection &rejection)
{
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

void Engine::State::take(const wire::Event &event, Timestamp arrival)
{
    const Timestamp instant = std::max(now, arrival);
    const Timestamp own = event.time.value_or(arrival);
    metrics::IntakeLedger::Used used;
    used.retimed = own - arrival > kRetimedAhead;
    used.late = arrival - own > kLateAfter;
    const Timestamp time = used.retimed ? arrival : own;

    const metrics::Receipt receipt = sources.observe(event, time, arrival, instant, used.late);
    trust.heard(receipt.source, receipt.before, instant);
    if (receipt.verdict == metrics::Verdict::duplicate) {
        intake.drop(bucketOf(arrival));
        return;
    }

    const Second bucket = bucketOf(time);
    used.tooLate = metrics::isTooLate(bucket, asOf);
    used.revised = bucket <= asOf && !used.tooLate;
    revision += bucket <= asOf ? 1 : 0;
    intake.use(bucket, used);
    trust.arrived(arrivals.last(), arrivals.usualPerSecond(), instant);
    arrivals.record(instant, arrival - own);
    const metrics::Occurrence occurrence{
        event, time, bucket,
        event.journey.empty() ? std::nullopt
                              : std::optional(metrics::seededHash(event.journey, kJourneySeed))};
    record(occurrence, receipt.source);
}

void Engine::State::record(const metrics::Occurrence &occurrence, std::uint32_t source)
{
    for (metrics::Operation &operation : types.count(occurrence.event.type)) {
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
    funnels.record(occurrence);
    std::uint32_t category = evidence::kNoCategory;
    if (occurrence.event.failure) {
        category = categories.record(occurrence);
        watch.fail(category, occurrence);
    }
    keeper.keep(occurrence.event, occurrence.time, occurrence.journey, category);
}

} // namespace ingest
