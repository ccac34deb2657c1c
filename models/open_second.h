// SPDX-License-Identifier: GPL-3.0-or-later
// The second that is still open, as charts of short windows show it beyond the last closed one.
// Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/time_axis.h"
#include "models/trust.h"

#include <algorithm>
#include <optional>

namespace models {

// Until when the snapshot knows of that second: within (asOf, asOf + 1 s], in ms since 1970. Empty
// where there is nothing to be shown: in long windows, at a closed second, of stale data.
[[nodiscard]] inline std::optional<double> openUntilMs(const ingest::Snapshot &snapshot,
                                                       const ingest::SignalSnapshot *signal)
{
    if (!snapshot.open || snapshot.engineTime <= snapshot.asOf || dataEndMs(snapshot, signal))
        return std::nullopt;
    return std::min(toMs(snapshot.engineTime), toMs(snapshot.asOf) + 1000);
}

// What the signal has of it; null where openUntilMs() is empty.
[[nodiscard]] inline const ingest::OpenPoint *openPointOf(const ingest::Snapshot &snapshot,
                                                          const ingest::SignalSnapshot *signal)
{
    if (!signal || !openUntilMs(snapshot, signal))
        return nullptr;
    const auto place = static_cast<std::size_t>(signal - snapshot.metrics->signals.data());
    return place < snapshot.open->signals.size() ? &snapshot.open->signals[place] : nullptr;
}

// The axis moved on by that second, where it is shown: the points of the window stay on it, since
// each is drawn at its end.
[[nodiscard]] inline TimeAxis withOpenSecond(TimeAxis axis, const ingest::Snapshot &snapshot)
{
    if (!openUntilMs(snapshot, nullptr))
        return axis;
    axis.fromMs += 1000;
    axis.toMs += 1000;
    axis.observedFromMs = std::max(axis.observedFromMs, axis.fromMs);
    return axis;
}

} // namespace models
