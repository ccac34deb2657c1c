// SPDX-License-Identifier: GPL-3.0-or-later
// What an engine consists of. Private to the engine; one thread.
#pragma once

#include "ingest/coming_events.h"
#include "ingest/config/configuration.h"
#include "ingest/earlier_events.h"
#include "ingest/engine.h"
#include "ingest/evidence/event_keeper.h"
#include "ingest/incidents/incident_watch.h"
#include "ingest/metrics/arrivals.h"
#include "ingest/metrics/category_tallies.h"
#include "ingest/metrics/event_types.h"
#include "ingest/metrics/funnel_signals.h"
#include "ingest/metrics/intake_ledger.h"
#include "ingest/metrics/marker_log.h"
#include "ingest/metrics/revised_seconds.h"
#include "ingest/metrics/signal.h"
#include "ingest/metrics/source_ledger.h"
#include "ingest/metrics/trust.h"
#include "ingest/snapshot.h"
#include "ingest/wire/decoder.h"

#include <memory>
#include <optional>
#include <vector>

namespace ingest {

struct Engine::State
{
    State(std::shared_ptr<const config::Configuration> given, std::uint64_t seed);

    void advanceTo(Timestamp instant);
    void arriveAt(Timestamp arrival);
    void prepare(const wire::Event &event, ComingEvent &next) const;
    void count(const ComingEvent &next); // at its arrival
    void askForComing();                 // for the memory they will read
    void countComing(std::size_t most);  // the oldest
    void countComing() { countComing(coming.size()); }
    void take(const ComingEvent &next, Timestamp arrival);
    void announce(const wire::Event &event, Timestamp arrival);
    void record(const metrics::Occurrence &occurrence, std::uint32_t source);

    std::shared_ptr<const Snapshot> snapshot(Window window, std::optional<Seconds> step);
    [[nodiscard]] std::optional<OpenSecond> open(Window window, std::optional<Seconds> step);
    [[nodiscard]] LedgerSnapshot ledger();
    std::shared_ptr<const Metrics> metrics(Window window, std::optional<Seconds> step);
    void putLoss(const metrics::View &view, Metrics &metrics) const;
    SignalSnapshot signal(std::size_t index, const metrics::View &view,
                          const std::vector<bool> &silent, const std::vector<Nanoseconds> &unheard);

    template <class Archive>
    void archive(Archive &state);

    std::shared_ptr<const config::Configuration> configuration;
    std::uint64_t tableSeed;
    wire::Decoder decoder;
    ComingEvents coming;       // none between two calls of ingest()
    bool decoding = false;     // within ingest(): only there an event may wait
    std::uint64_t decoded = 0; // events and rejections the decoder delivered
    bool started = false;
    Timestamp now{};
    Timestamp startedAt{}; // least arrival or tick
    Second asOf{};         // last whole second at or before now
    metrics::EventTypes types;
    metrics::SourceLedger sources;
    metrics::IntakeLedger intake;
    metrics::Arrivals arrivals;
    metrics::Trust trust;
    metrics::CategoryTallies categories;
    metrics::FunnelSignals funnels;
    metrics::MarkerLog markers;
    evidence::EventKeeper keeper;
    incidents::IncidentWatch watch;
    std::vector<std::unique_ptr<metrics::Signal>> signals; // null for funnels

    // The last metrics made, shared while nothing they show has changed.
    struct Made
    {
        Window window = Window::all;
        std::optional<Seconds> step;
        Second asOf{};
        std::uint64_t revision = 0;
        std::uint64_t lost = 0;
        bool lossKnown = true;
        std::uint64_t unknownTails = 0;
        std::vector<bool> silent; // by source
        bool operator==(const Made &) const = default;
    };
    std::uint64_t revision = 0; // of what is at or before asOf
    std::optional<Made> madeFor;
    std::shared_ptr<const Metrics> made;
    std::size_t checkpointBytes = 0;        // written at once for the last
    std::vector<Incident> madeIncidents;    // with the metrics
    std::vector<Marker> madeMarkers;        // with them as well
    metrics::RevisedSeconds revised;        // in no state: the run after writes its rows itself
    std::unique_ptr<EarlierEvents> earlier; // while they are read
};

} // namespace ingest
