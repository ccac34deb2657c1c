// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of the metrics: events in, snapshots out. Never reads a clock, never touches a socket,
// never knows Qt; its state is a function of the configuration and of the frames and ticks given.
// Owned by one thread; not thread-safe.
#pragma once

#include "ingest/note.h"
#include "ingest/rollup.h"
#include "ingest/state/frozen_state.h"
#include "ingest/state/sealed_state.h"
#include "ingest/time.h"
#include "ingest/window.h"
#include "ingest/wire/event_sink.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ingest::config {
struct Configuration;
enum class SignalKind : std::uint8_t;
} // namespace ingest::config

namespace ingest::wire {
struct Frame;
}

namespace ingest {

struct Snapshot;

class Engine final : public wire::EventSink
{
public:
    // The hash tables that strangers feed are keyed by a seed nobody can guess, or by the one
    // given; it never changes a result.
    explicit Engine(std::shared_ptr<const config::Configuration> configuration);
    Engine(std::shared_ptr<const config::Configuration> configuration, std::uint64_t seed);
    ~Engine();
    Engine(Engine &&) noexcept;
    Engine &operator=(Engine &&) noexcept;

    // Decodes the frames and aggregates every event in them. Engine time becomes at least the
    // arrival of each. Several at once cost less an event, and come to the same.
    void ingest(std::span<const wire::Frame> frames);
    void ingest(const wire::Frame &frame);

    void accept(const wire::Event &event) override;
    void reject(const wire::Rejection &rejection) override;

    // Raises engine time; earlier instants change nothing. Advancing to a then b equals b.
    void advanceTo(Timestamp now);
    [[nodiscard]] Timestamp now() const;
    // The same, where nobody listened since the last frame or tick, as between two runs: that span
    // is not observed. Rates do not divide by it, what is missing in it is not lost, and nobody who
    // was not heard in it is silent. Journeys go on.
    void resumeAt(Timestamp now);

    // Somebody looks after this category or incident; an empty name takes it back.
    void acknowledge(const std::string &subject, const std::string &by);

    // The state at asOf = the last whole second at or before engine time. With `step` the series
    // are of points of that width, and a funnel's are of each point alone, not of a rolling span:
    // seconds for windows up to one hour, else whole minutes.
    [[nodiscard]] std::shared_ptr<const Snapshot>
    snapshot(Window window, std::optional<Seconds> step = std::nullopt);

    // What every signal counted in (from, from + resolution], up to asOf, as history keeps it:
    // whole seconds of the last hour, whole minutes of the last day, or up to asOf; by attribute as
    // well where asked for, of minutes. Uniques have no spans below kTenSeconds. Nothing of a span
    // before the first arrival or tick.
    [[nodiscard]] std::vector<Rollup> rollups(Second from, Seconds resolution,
                                              bool byValue = false) const;
    // Of the signals of this kind alone, of a span that need not be over or observed; of funnels
    // those of the last two days.
    [[nodiscard]] std::vector<Rollup> rollupsOf(config::SignalKind kind, Second from,
                                                Seconds resolution) const;
    // The closed seconds of the last hour that events have entered since asOf was `since`, by
    // their ends.
    [[nodiscard]] std::vector<Second> revisedSince(Second since) const;

    // What stands beside the counts: incidents, as of the last snapshot, and who looks after what;
    // and what changes with every event: the categories of failures, the ledger of everything.
    [[nodiscard]] std::vector<Note> standingNotes() const;
    [[nodiscard]] std::vector<Note> countedNotes() const;

    // All of its state but the events kept as they were received: their number alone. A function of
    // the configuration, the seed and what was given; see StateWriter.
    [[nodiscard]] std::string checkpoint() const;
    // The same, for another thread to write out.
    [[nodiscard]] state::FrozenState freeze() const;
    // The engine a checkpoint was made of: whatever follows, its snapshots are the same. Total:
    // any bytes whatever give an engine or say why not.
    [[nodiscard]] static std::variant<Engine, state::StateRefusal>
    restored(std::shared_ptr<const config::Configuration> configuration,
             std::string_view checkpoint);
    // The events of before the checkpoint this was restored from, in the order they came: they are
    // kept for the lists of events and counted nowhere. None shows before the end of them, which is
    // where the checkpoint was made. Copies of those given are left out.
    void keepEarlier(std::span<const wire::Frame> frames);
    void endEarlier();
    // The configuration of a checkpoint, where its signals were suggested and not yet saved.
    [[nodiscard]] static std::optional<config::Configuration>
    suggestionIn(std::string_view checkpoint);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace ingest
