// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/self_configuring_engine.h"

#include "ingest/inference.h"
#include "ingest/snapshot.h"
#include "ingest/wire/decoder.h"
#include "ingest/wire/event.h"
#include "ingest/wire/frame.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <optional>
#include <string>

namespace ingest {

namespace {

// Traffic that keeps changing its mind may cost so many replays of all that can be kept.
constexpr std::size_t kMostReplays = 4;

// A frame with bytes of its own, and the tick that came before it, so that a replay is exact.
struct KeptFrame
{
    std::string topic;
    std::string payload;
    std::string endpoint;
    wire::Frame frame;
    std::optional<Timestamp> tickBefore;

    [[nodiscard]] wire::Frame view() const
    {
        wire::Frame out = frame;
        out.topic = topic;
        out.payload = payload;
        out.endpoint = endpoint;
        out.readableBehind = 0;
        return out;
    }

    [[nodiscard]] std::size_t bytes() const
    {
        return sizeof *this + topic.capacity() + payload.capacity() + endpoint.capacity();
    }
};

class Observer final : public wire::EventSink
{
public:
    explicit Observer(Inference &inference) : m_inference(inference) {}

    void accept(const wire::Event &event) override
    {
        const std::optional<Timestamp> arrival = event.arrival ? event.arrival : event.time;
        if (arrival)
            m_latest = std::max(m_latest.value_or(*arrival), *arrival);
        m_inference.observe(event, m_latest.value_or(Timestamp{}));
    }
    void reject(const wire::Rejection &) override {}

private:
    Inference &m_inference;
    std::optional<Timestamp> m_latest;
};

} // namespace

struct SelfConfiguringEngine::Learning
{
    explicit Learning(const config::Configuration &given) : base(given), decoder(given.fields) {}

    config::Configuration base;
    Inference inference;
    Observer observer{inference};
    wire::Decoder decoder;
    std::deque<KeptFrame> frames;
    std::size_t keptBytes = 0;
    std::size_t mostBytes = 0;
    std::size_t replayedBytes = 0;
    std::optional<Timestamp> tick; // since the last frame
    bool unseen = false;           // frames came since the last look at the suggestion
};

SelfConfiguringEngine::SelfConfiguringEngine(config::Configuration configuration,
                                             std::size_t keptBytes)
    : m_configuration(std::make_shared<const config::Configuration>(std::move(configuration))),
      m_engine(m_configuration)
{
    if (!m_configuration->signals.empty())
        return;
    m_learning = std::make_unique<Learning>(*m_configuration);
    m_learning->mostBytes = keptBytes;
}

SelfConfiguringEngine::SelfConfiguringEngine(
    std::shared_ptr<const config::Configuration> configuration, Engine settled)
    : m_configuration(std::move(configuration)), m_engine(std::move(settled))
{
}

SelfConfiguringEngine::~SelfConfiguringEngine() = default;
SelfConfiguringEngine::SelfConfiguringEngine(SelfConfiguringEngine &&) noexcept = default;
SelfConfiguringEngine &
SelfConfiguringEngine::operator=(SelfConfiguringEngine &&) noexcept = default;

void SelfConfiguringEngine::ingest(const wire::Frame &frame)
{
    m_engine.ingest(frame);
    if (m_learning)
        learn(frame);
}

// What is learned from one frame may start the engine anew, without the frames behind it.
void SelfConfiguringEngine::ingest(std::span<const wire::Frame> frames)
{
    while (m_learning && !frames.empty()) {
        ingest(frames.front());
        frames = frames.subspan(1);
    }
    m_engine.ingest(frames);
}

void SelfConfiguringEngine::learn(const wire::Frame &frame)
{
    Learning &learning = *m_learning;
    KeptFrame kept{std::string(frame.topic), std::string(frame.payload),
                   std::string(frame.endpoint), frame, learning.tick};
    learning.tick.reset();
    learning.keptBytes += kept.bytes();
    learning.frames.push_back(std::move(kept));
    learning.decoder.decode(frame, learning.observer);

    learning.unseen = true;
    if (learning.inference.frozen() || learning.keptBytes > learning.mostBytes)
        settle();
}

void SelfConfiguringEngine::settle()
{
    takeUpSuggestion();
    m_learning.reset();
}

void SelfConfiguringEngine::takeUpSuggestion()
{
    m_learning->unseen = false;
    config::Configuration suggestion = m_learning->inference.suggestion(m_learning->base);
    if (suggestion == *m_configuration)
        return;
    m_configuration = std::make_shared<const config::Configuration>(std::move(suggestion));
    Engine engine(m_configuration);
    for (const KeptFrame &kept : m_learning->frames) {
        if (kept.tickBefore)
            engine.advanceTo(*kept.tickBefore);
        engine.ingest(kept.view());
    }
    if (m_learning->tick)
        engine.advanceTo(*m_learning->tick);
    m_engine = std::move(engine);
    m_learning->replayedBytes += m_learning->keptBytes;
}

void SelfConfiguringEngine::advanceTo(Timestamp now)
{
    m_engine.advanceTo(now);
    if (m_learning)
        m_learning->tick = std::max(m_learning->tick.value_or(now), now);
}

void SelfConfiguringEngine::resumeAt(Timestamp now)
{
    assert(!m_learning); // only what is settled can have been away
    m_engine.resumeAt(now);
}

void SelfConfiguringEngine::acknowledge(const std::string &subject, const std::string &by)
{
    m_engine.acknowledge(subject, by);
}

Timestamp SelfConfiguringEngine::now() const
{
    return m_engine.now();
}

std::shared_ptr<const Snapshot> SelfConfiguringEngine::snapshot(Window window,
                                                                std::optional<Seconds> step)
{
    if (m_learning && m_learning->unseen) {
        takeUpSuggestion();
        if (m_learning->replayedBytes > kMostReplays * m_learning->mostBytes)
            settle();
    }
    return m_engine.snapshot(window, step);
}

std::vector<Rollup> SelfConfiguringEngine::rollups(Second from, Seconds resolution,
                                                   bool byValue) const
{
    return m_engine.rollups(from, resolution, byValue);
}

std::vector<Rollup> SelfConfiguringEngine::rollupsOf(config::SignalKind kind, Second from,
                                                     Seconds resolution) const
{
    return m_engine.rollupsOf(kind, from, resolution);
}

std::vector<Second> SelfConfiguringEngine::revisedSince(Second since) const
{
    return m_engine.revisedSince(since);
}

std::optional<state::FrozenState> SelfConfiguringEngine::freeze() const
{
    return m_learning ? std::nullopt : std::optional(m_engine.freeze());
}

std::optional<std::string> SelfConfiguringEngine::checkpoint() const
{
    return m_learning ? std::nullopt : std::optional(m_engine.checkpoint());
}

std::variant<SelfConfiguringEngine, state::StateRefusal>
SelfConfiguringEngine::restored(config::Configuration configuration, std::string_view checkpoint)
{
    if (configuration.signals.empty())
        if (auto learnt = Engine::suggestionIn(checkpoint)) {
            configuration.signals = std::move(learnt->signals);
            configuration.experience = std::move(learnt->experience);
            configuration.fields.extra = std::move(learnt->fields.extra);
            if (configuration.markers.empty())
                configuration.markers = std::move(learnt->markers);
            configuration.suggested = true;
        }
    auto effective = std::make_shared<const config::Configuration>(std::move(configuration));
    auto restored = Engine::restored(effective, checkpoint);
    if (auto *refusal = std::get_if<state::StateRefusal>(&restored))
        return std::move(*refusal);
    return SelfConfiguringEngine(std::move(effective), std::get<Engine>(std::move(restored)));
}

std::shared_ptr<const config::Configuration> SelfConfiguringEngine::configuration() const
{
    return m_configuration;
}

bool SelfConfiguringEngine::learning() const
{
    return m_learning != nullptr;
}

} // namespace ingest
