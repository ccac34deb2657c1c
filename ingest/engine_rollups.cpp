// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine gives to history.
#include "ingest/engine_state.h"

#include <algorithm>
#include <utility>

namespace ingest {

namespace {

// Adds what `put` adds under the name of its signal and in its span.
template <class Put>
void putNamed(std::string_view name, Second from, Seconds resolution, Put put,
              std::vector<Rollup> &rollups)
{
    const std::size_t first = rollups.size();
    put();
    for (std::size_t made = first; made < rollups.size(); ++made) {
        rollups[made].signal = name;
        rollups[made].from = from;
        rollups[made].resolution = resolution;
    }
}

bool isOfNothing(const Rollup &rollup)
{
    return rollup.n == 0 && rollup.bad == 0 && rollup.sumMinor == 0;
}

// Of a signal as a whole: funnels are counted together, the others each by itself.
template <class State>
void putWhole(State &state, std::size_t signal, Second from, Seconds resolution,
              std::vector<Rollup> &rollups)
{
    if (state.signals[signal])
        state.signals[signal]->putRollups(from, resolution, rollups);
    else
        state.funnels.putRollups(signal, from, resolution, rollups);
}

} // namespace

std::vector<Rollup> Engine::rollups(Second from, Seconds resolution, bool byValue) const
{
    std::vector<Rollup> rollups;
    State &state = *m_state;
    if (!state.started || from + resolution <= state.startedAt || from >= state.asOf)
        return rollups;
    for (std::size_t i = 0; i < state.signals.size(); ++i) {
        const config::SignalConfiguration &signal = state.configuration->signals[i];
        if (signal.kind == config::SignalKind::uniques && resolution < kTenSeconds)
            continue;
        putNamed(
            signal.name, from, resolution,
            [&] {
                putWhole(state, i, from, resolution, rollups);
                if (byValue && state.signals[i])
                    state.signals[i]->putValueRollups(from, resolution, rollups);
                else if (byValue)
                    state.funnels.putValueRollups(i, from, resolution, rollups);
            },
            rollups);
    }
    putNamed(
        kFailuresName, from, resolution,
        [&] { state.categories.putRollups(from, resolution, rollups); }, rollups);
    const Timestamp start = std::max<Timestamp>(state.startedAt, from);
    const Timestamp end = std::min<Timestamp>(state.asOf, from + resolution);
    const Nanoseconds away = state.sources.away().within(start, end);
    const Seconds observed = std::chrono::round<Seconds>(end - start - away);
    if (observed == Seconds{0} && away > Nanoseconds{0}) {
        std::erase_if(rollups, &isOfNothing); // late events of then are there, zeros are not
        return rollups;
    }
    putNamed(
        kObservedName, from, resolution,
        [&] { rollups.emplace_back().n = static_cast<std::uint64_t>(observed.count()); }, rollups);
    return rollups;
}

std::vector<Rollup> Engine::rollupsOf(config::SignalKind kind, Second from,
                                      Seconds resolution) const
{
    std::vector<Rollup> rollups;
    State &state = *m_state;
    if (!state.started || from + resolution <= state.startedAt)
        return rollups;
    for (std::size_t i = 0; i < state.signals.size(); ++i) {
        const config::SignalConfiguration &signal = state.configuration->signals[i];
        if (signal.kind != kind)
            continue;
        putNamed(
            signal.name, from, resolution, [&] { putWhole(state, i, from, resolution, rollups); },
            rollups);
    }
    return rollups;
}

std::vector<Second> Engine::revisedSince(Second since) const
{
    return m_state->revised.since(since, m_state->asOf);
}

} // namespace ingest
