// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the views need at one asOf: immutable plain data, built by the ingest thread, handed
// over once through SnapshotSlot, read by any number of views. No Qt, no metric logic.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/marker.h"
#include "ingest/snapshot_incidents.h"
#include "ingest/snapshot_signals.h"
#include "ingest/snapshot_sources.h"
#include "ingest/time.h"
#include "ingest/window.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ingest::evidence {
class KeptEvents;
struct IncidentCause;
} // namespace ingest::evidence

namespace ingest {

// Signals, categories and window ledger depend on whole seconds only: consecutive snapshots of one
// second share them.
struct Metrics
{
    std::vector<SignalSnapshot> signals;      // in the configuration's order
    std::vector<CategorySnapshot> categories; // by count in the window, largest first
    Series<double> failures;                  // every failing event, per chart step
    std::uint64_t failuresCount = 0;          // every failing event in the window
    LedgerSnapshot windowLedger;              // what concerns the window
    Series<std::uint64_t> lost;               // missing events per chart step
};

// Nothing was received: Bellwether was not there.
struct UnobservedSpan
{
    Second from{};
    Second to{};
};

struct Snapshot;

// The same window, so much earlier, as history has it: at whole minutes, or hours of long windows.
struct EarlierSnapshot
{
    std::chrono::seconds back{};
    std::shared_ptr<const Snapshot> snapshot;
};

struct Snapshot
{
    Second asOf{};
    Timestamp engineTime{};             // greatest arrival or tick so far
    std::optional<Timestamp> startedAt; // first arrival or tick
    Window window = Window::all;
    // The observed part of the window: less than its span while it fills; rates divide by it.
    std::chrono::duration<double> observed{0};
    // Where history adds to the window, or the run went on from an earlier one: since when there
    // is anything, and what is missing between.
    std::optional<Second> observedFrom; // empty: as long as `observed`
    std::vector<UnobservedSpan> unobserved;
    // A day, and one to four weeks before; those that history has. Nearest first.
    std::vector<EarlierSnapshot> earlier;
    bool hasHistory = true;            // false: none is kept, or none is there of a recording
    std::optional<Second> historyFrom; // the oldest hour of the history; empty: there is none
    std::shared_ptr<const Metrics> metrics;
    std::optional<OpenSecond> open;             // what charts may show beyond asOf
    LedgerSnapshot ledger;                      // of everything received
    std::optional<EarlierLedger> earlierLedger; // as history has it
    Freshness freshness;
    double eventsPerSecond = 0;          // accepted, over the last 10 s of arrival
    std::vector<SourceSnapshot> sources; // by name; at most the 200 most recently seen
    std::uint64_t sourcesTotal = 0;
    std::vector<SocketSnapshot> sockets; // filled by the loop, not by the engine
    std::optional<LoadSnapshot> load;    // filled by the loop, not by the engine
    std::vector<TypeSnapshot> types;     // the 50 most frequent event types
    // Open ones first, then those that ended in the last 24 hours; newest first among each. Those
    // of earlier runs have ids of kPastIncidents and more, and no cost.
    std::vector<Incident> incidents;
    // The newest, whatever the window, oldest first; and how many older ones are no longer known.
    std::vector<Marker> markers;
    std::uint64_t markersDropped = 0;
    std::shared_ptr<const evidence::KeptEvents> kept; // the recent events behind the figures
    // While nothing is heard: the last one before, which the figures of windows are of. Filled
    // where snapshots are followed, or by a replay, not by the engine.
    std::shared_ptr<const Snapshot> heard;
    // What sets those apart that met the worst incident; filled there as well.
    std::shared_ptr<const evidence::IncidentCause> cause;
    bool readingEvents = false; // earlier ones of `kept` are still being read from a recording
    std::shared_ptr<const config::Configuration> configuration; // in effect
    std::vector<std::string> warnings; // to be shown as they are for as long as they last
};

} // namespace ingest
