// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/engine.h"

#include "ingest/ask_for.h"
#include "ingest/engine_state.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/wire/frame.h"

#include <algorithm>

namespace ingest {

namespace {

// Frames whose texts are asked for ahead: several are decoded before one is counted, and what
// another processor wrote takes longer to come than one takes to decode.
constexpr std::size_t kAskedAhead = 4;

// Brings a text near that is decoded next: its last byte is looked at before the rest, which no
// processor foresees. Of a long one it sees what comes next by itself.
void askForText(std::string_view text)
{
    constexpr std::size_t kLine = 64;
    constexpr std::size_t kMost = 512;
    const std::string_view front = text.substr(0, kMost);
    for (std::size_t at = 0; at < front.size(); at += kLine)
        askToRead(front.data() + at);
    if (!text.empty())
        askToRead(&text.back());
}

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
      types(*configuration, seed), sources(configuration->limits, configuration->stale, seed),
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
    ingest(std::span(&frame, 1));
}

void Engine::ingest(std::span<const wire::Frame> frames)
{
    m_state->decoding = true;
    for (const wire::Frame &frame : frames.first(std::min(kAskedAhead, frames.size())))
        askForText(frame.payload);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const wire::Frame &frame = frames[i];
        if (i + kAskedAhead < frames.size())
            askForText(frames[i + kAskedAhead].payload);
        const std::uint64_t before = m_state->decoded;
        m_state->decoder.decode(frame, *this);
        // What it holds tells the time itself, each in its turn.
        if (frame.arrival && m_state->decoded == before) {
            m_state->countComing();
            m_state->advanceTo(*frame.arrival);
        }
    }
    m_state->countComing();
    m_state->decoding = false;
}

void Engine::advanceTo(Timestamp now)
{
    m_state->sources.startAt(now); // before any event: whoever starts later begins at 1
    m_state->advanceTo(now);
}

void Engine::resumeAt(Timestamp now)
{
    if (m_state->started && now > m_state->now)
        m_state->sources.passOver(m_state->now, now);
    advanceTo(now);
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
    arrivals.advanceTo(asOf, std::max(startedAt, sources.away().returnedAt().value_or(startedAt)));
    watch.advanceTo(asOf, startedAt, categories, sources);
}

// An event that arrives at a whole second still finds its bucket open.
void Engine::State::arriveAt(Timestamp arrival)
{
    advanceTo(arrival - Nanoseconds{1});
}

} // namespace ingest
