// SPDX-License-Identifier: GPL-3.0-or-later
// The engine for a start with or without a file: with signals configured it is just the engine;
// without, it learns them from the traffic and starts the engine anew over all frames so far, so
// that nothing counted is lost. Deterministic, no clock. Owned by one thread; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/engine.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace ingest {

class SelfConfiguringEngine
{
public:
    // Learning ends early, with what is known by then, when the frames kept exceed this.
    static constexpr std::size_t kKeptBytes = 64u << 20;

    explicit SelfConfiguringEngine(config::Configuration configuration,
                                   std::size_t keptBytes = kKeptBytes);
    ~SelfConfiguringEngine();
    SelfConfiguringEngine(SelfConfiguringEngine &&) noexcept;
    SelfConfiguringEngine &operator=(SelfConfiguringEngine &&) noexcept;

    // As Engine's. While it learns, a snapshot has the signals that all frames so far suggest.
    void ingest(std::span<const wire::Frame> frames);
    void ingest(const wire::Frame &frame);
    void advanceTo(Timestamp now);
    void resumeAt(Timestamp now);
    [[nodiscard]] Timestamp now() const;
    void acknowledge(const std::string &subject, const std::string &by);
    [[nodiscard]] std::shared_ptr<const Snapshot>
    snapshot(Window window, std::optional<Seconds> step = std::nullopt);

    [[nodiscard]] std::vector<Rollup> rollups(Second from, Seconds resolution,
                                              bool byValue = false) const;
    [[nodiscard]] std::vector<Rollup> rollupsOf(config::SignalKind kind, Second from,
                                                Seconds resolution) const;
    [[nodiscard]] std::vector<Second> revisedSince(Second since) const;

    [[nodiscard]] std::vector<Note> standingNotes() const { return m_engine.standingNotes(); }
    [[nodiscard]] std::vector<Note> countedNotes() const { return m_engine.countedNotes(); }

    // As Engine's; empty while it learns, when all signals may still change. Restored, it goes on
    // with the signals of then: those of the configuration, or, where that has none, those it had
    // learnt.
    [[nodiscard]] std::optional<std::string> checkpoint() const;
    [[nodiscard]] std::optional<state::FrozenState> freeze() const;
    [[nodiscard]] static std::variant<SelfConfiguringEngine, state::StateRefusal>
    restored(config::Configuration configuration, std::string_view checkpoint);

    void keepEarlier(std::span<const wire::Frame> frames) { m_engine.keepEarlier(frames); }
    void endEarlier() { m_engine.endEarlier(); }

    // In effect at the last snapshot; `suggested` is set where its signals were learnt.
    [[nodiscard]] std::shared_ptr<const config::Configuration> configuration() const;
    // True until the signals no longer change.
    [[nodiscard]] bool learning() const;

private:
    struct Learning;

    SelfConfiguringEngine(std::shared_ptr<const config::Configuration> configuration,
                          Engine settled);

    void learn(const wire::Frame &frame);
    void takeUpSuggestion();
    void settle();

    std::shared_ptr<const config::Configuration> m_configuration;
    Engine m_engine;
    std::unique_ptr<Learning> m_learning; // null once the signals are settled
};

} // namespace ingest
