// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's state as bytes, and back.
#include "ingest/engine_state.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

#include <utility>

namespace ingest {

namespace {

// Pages that nothing is written to cost nothing, but moving what is written does: the first state
// of an hour's traffic, 106 MB, took 971 ms where the room for it grew, and 315 to 328 ms after.
constexpr std::size_t kFirstRoom = sizeof(void *) > 4 ? std::size_t{256} << 20 : 0;

// Of what decides about numbers: who owns what, what is a marker, and where events come from, may
// change.
std::uint64_t fingerprintOf(const config::Configuration &configuration)
{
    config::Configuration counting = configuration;
    counting.sources.clear();
    counting.markers.clear();
    counting.owners.clear();
    counting.catalogs.clear();
    counting.catalogOwners.clear();
    counting.suggested = false;
    counting.limits.keptBytes = 0; // events are not in it
    state::StateWriter writer;
    writer(counting);
    return metrics::seededHash(writer.bytes(), state::kStateVersion);
}

// A configuration nobody has saved is known to the state alone.
void putSuggestion(const config::Configuration &configuration, state::StateWriter &writer)
{
    std::optional<config::Configuration> suggestion;
    if (configuration.suggested)
        suggestion = configuration;
    writer(suggestion);
}

std::optional<config::Configuration> takeSuggestion(state::StateReader &reader)
{
    std::optional<config::Configuration> suggestion;
    reader(suggestion);
    if (suggestion) {
        for (const config::MarkerConfiguration &marker : suggestion->markers)
            reader.require(marker.kind <= config::MarkerKind::note, "a marker of no kind");
        for (const config::SignalConfiguration &signal : suggestion->signals)
            reader.require(signal.kind <= config::SignalKind::uniques &&
                               signal.order <= config::StepOrder::unordered,
                           "a signal of no kind");
    }
    return suggestion;
}

} // namespace

template <class Archive>
void Engine::State::archive(Archive &state)
{
    // What is made from the rest is left out: the last metrics, and what the decoder has learnt. No
    // event is coming between two frames.
    auto &[given, itsSeed, itsDecoder, isComing, isDecoding, hasDecoded, isStarted, engineTime,
           start, second, itsTypes, itsSources, itsIntake, itsArrivals, itsTrust, itsCategories,
           itsFunnels, itsMarkers, itsKeeper, itsWatch, itsSignals, itsRevision, itsMadeFor,
           itsMade, itsBytes, itsIncidents, itsMadeMarkers, itsRevised, itsEarlier] = *this;
    state(isStarted, engineTime, start, second, itsTypes, itsSources, itsIntake, itsArrivals,
          itsTrust, itsCategories, itsFunnels, itsMarkers, itsKeeper, itsRevision);
    itsWatch.archive(state, itsCategories.categories().size(), itsSources.size());
    for (const std::unique_ptr<metrics::Signal> &signal : itsSignals)
        if (signal)
            signal->archive(state);
}

state::FrozenState Engine::freeze() const
{
    const std::size_t last = m_state->checkpointBytes;
    auto frozen = state::FrozenState::of(
        last == 0 ? kFirstRoom : 2 * last, [this](state::StateWriter &writer) {
            putStateHead({fingerprintOf(*m_state->configuration), m_state->tableSeed}, writer);
            putSuggestion(*m_state->configuration, writer);
            m_state->archive(writer);
        });
    m_state->checkpointBytes = frozen.writtenBytes();
    return frozen;
}

std::string Engine::checkpoint() const
{
    return freeze().bytes();
}

std::variant<Engine, state::StateRefusal>
Engine::restored(std::shared_ptr<const config::Configuration> configuration,
                 std::string_view checkpoint)
{
    auto opened = state::openedState(checkpoint);
    if (auto *refusal = std::get_if<state::StateRefusal>(&opened))
        return std::move(*refusal);
    const auto &[head, body] = std::get<state::OpenedState>(opened);
    if (head.fingerprint != fingerprintOf(*configuration))
        return state::StateRefusal{state::RefusedState::otherConfiguration,
                                   "a state of another configuration"};
    state::StateReader reader(body);
    std::ignore = takeSuggestion(reader);
    Engine engine(std::move(configuration), head.seed);
    engine.m_state->archive(reader);
    reader.require(reader.left() == 0, "more than there should be");
    if (!reader.ok())
        return state::damagedState(reader.problem());
    engine.m_state->checkpointBytes = checkpoint.size();
    return engine;
}

void Engine::keepEarlier(std::span<const wire::Frame> frames)
{
    if (!m_state->earlier)
        m_state->earlier =
            std::make_unique<EarlierEvents>(*m_state->configuration, m_state->tableSeed,
                                            m_state->categories.categories(), m_state->keeper);
    m_state->earlier->read(frames);
}

void Engine::endEarlier()
{
    m_state->earlier.reset();
    m_state->keeper.endEarlier();
}

std::optional<config::Configuration> Engine::suggestionIn(std::string_view checkpoint)
{
    const auto opened = state::openedState(checkpoint);
    const auto *state = std::get_if<state::OpenedState>(&opened);
    if (state == nullptr)
        return std::nullopt;
    state::StateReader reader(state->body);
    auto suggestion = takeSuggestion(reader);
    return reader.ok() ? std::move(suggestion) : std::nullopt;
}

} // namespace ingest
