// SPDX-License-Identifier: GPL-3.0-or-later
// What the scrubber shows of a replay: its recording from end to end, where it stands, and what
// happened when. Milliseconds since 1970. Plain values; any thread.
#pragma once

#include "ingest/replay/replay_state.h"
#include "models/change_marks.h"
#include "models/status.h"

#include <QString>

#include <optional>
#include <vector>

namespace models {

// An incident, as far as it has been shown by any snapshot.
struct StripIncident
{
    double fromMs = 0;
    double toMs = 0;
    QString title;
    bool open = true;
    Status status = Status::bad; // as on the charts
    bool operator==(const StripIncident &) const = default;
};

struct ScrubberView
{
    double fromMs = 0;
    double toMs = 0;   // its end; live: now
    double atMs = 0;   // asOf, or what is being worked out
    double spanMs = 0; // of the window in view, which ends at atMs
    QString window;    // "1 h"
    bool live = false; // the recording goes on, and there is a present to go back to
    bool busy = false;
    double reachedMs = 0; // while busy: how far it is
    bool playing = false;
    double speed = 1;
    bool reading = false; // the strip is not complete yet
    std::shared_ptr<const ingest::replay::Timeline> timeline;
    std::vector<StripIncident> marks;
    std::vector<ChangeMark> changes; // all that are known of its span, shown yet or not
    [[nodiscard]] bool empty() const { return toMs <= fromMs; }
    bool operator==(const ScrubberView &) const = default;
};

// One bar of the strip.
struct DensityBar
{
    double events = 0; // a second
    double failed = 0; // of these
};

// `count` bars of equal width over [fromMs, toMs].
[[nodiscard]] std::vector<DensityBar> densityBars(const ingest::replay::Timeline &timeline,
                                                  double fromMs, double toMs, int count);

// Adds the snapshot's incidents to what is known of them, by their beginning.
void addIncidents(const ingest::Snapshot &snapshot, std::vector<StripIncident> &marks);

// Adds the snapshot's markers, which history may know of where the recording does not.
void addMarkers(const ingest::Snapshot &snapshot, std::vector<ingest::Marker> &markers);

// `nowMs`: the present; empty: there is none, the recording is complete. `known`: markers besides
// those that the recording holds, ascending.
[[nodiscard]] ScrubberView scrubberView(const ingest::replay::ReplayState &state,
                                        ingest::Window window, std::optional<double> nowMs,
                                        const std::vector<ingest::Marker> &known = {});

} // namespace models
