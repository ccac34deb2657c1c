// SPDX-License-Identifier: GPL-3.0-or-later
// One configured metric as the engine drives it: matching events in, its value in a window out.
// Owned by the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/match_mask.h"
#include "ingest/metrics/window_edges.h"
#include "ingest/rollup.h"
#include "ingest/snapshot_signals.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ingest::state {
class StateReader;
class StateWriter;
} // namespace ingest::state

namespace ingest::metrics {

// An accepted event, as signals see it.
struct Occurrence
{
    const wire::Event &event;
    Timestamp time;                       // the time it counts at
    Second bucket;                        // of that time
    std::optional<std::uint64_t> journey; // hash of the journey key
};

// What a value depends on besides the events.
struct View
{
    Window window = Window::all;
    Second asOf{};
    double observedSeconds = 0;
    std::optional<std::uint64_t> lost; // in the window; empty where no source can tell
    std::optional<Seconds> step;       // of the chart points; empty: the window's own
};

// The chart points of the view. With a step of its own the total is charted as far back as steps of
// that width are kept whole: one hour of seconds, 24 hours of minutes.
[[nodiscard]] ChartGrid gridOf(const View &view);

class Signal
{
public:
    virtual ~Signal() = default;
    Signal(const Signal &) = delete;
    Signal &operator=(const Signal &) = delete;

    // `matched` tells which of the signal's filters the event passed; never empty.
    virtual void record(const Occurrence &occurrence, MatchMask matched) = 0;
    virtual void advanceTo(Second asOf) = 0;
    [[nodiscard]] virtual SignalValue value(const View &view) = 0;
    [[nodiscard]] virtual std::vector<Breakdown> breakdowns(const View &view) = 0;
    // What there is of the second after asOf, for the chart of the view.
    [[nodiscard]] virtual OpenPoint open(const View & /*view*/) { return {}; }
    // Adds what is in (from, from + resolution], up to asOf: whole seconds of the last hour (of
    // uniques, ten), whole minutes of the last two hours.
    virtual void putRollups(Second from, Seconds resolution,
                            std::vector<Rollup> &rollups) const = 0;
    // The same by attribute, whole minutes only: the most frequent values of the day, and (other).
    virtual void putValueRollups(Second /*from*/, Seconds /*resolution*/,
                                 std::vector<Rollup> & /*rollups*/) const
    {
    }
    // Events whose attribute value went under (other).
    [[nodiscard]] virtual std::uint64_t overflow() const = 0;

    // All of its state; see StateWriter.
    virtual void archive(state::StateWriter &state) = 0;
    virtual void archive(state::StateReader &state) = 0;

protected:
    Signal() = default;
};

// Every kind but the funnel, which sees all events of a journey.
[[nodiscard]] std::unique_ptr<Signal> makeSignal(const config::SignalConfiguration &configuration,
                                                 const config::Configuration &all,
                                                 std::uint64_t seed);

} // namespace ingest::metrics
