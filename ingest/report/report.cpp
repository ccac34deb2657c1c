// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/report/report.h"

#include "ingest/report/signal_json.h"
#include "ingest/snapshot.h"

namespace ingest::report {

namespace {

Json ledgerJson(const LedgerSnapshot &ledger)
{
    Json malformed = Json::object();
    for (std::size_t i = 0; i < wire::kReasonCount; ++i)
        malformed[std::string(wire::kReasonNames.at(i))] = ledger.malformed.at(i);
    return {{"received", ledger.received},
            {"accepted", ledger.accepted},
            {"inWindows", ledger.inWindows},
            {"tooLate", ledger.tooLate},
            {"malformed", std::move(malformed)},
            {"duplicate", ledger.duplicate},
            {"late", ledger.late},
            {"revised", ledger.revised},
            {"retimed", ledger.retimed},
            {"lost", ledger.lossKnown ? Json(ledger.lost) : Json(nullptr)},
            {"lossKnown", ledger.lossKnown},
            {"overflow", ledger.overflow},
            {"evictedJourneys", ledger.evictedJourneys},
            {"funnelBounded", ledger.funnelBounded}};
}

Json categoryJson(const CategorySnapshot &category, bool withBuckets)
{
    Json json{{"category", category.category},
              {"fingerprint", category.fingerprint},
              {"type", category.type},
              {"count", category.count},
              {"journeys", category.journeys},
              {"journeysExact", category.journeysExact},
              {"firstSeen", timeText(category.firstSeen)},
              {"lastSeen", timeText(category.lastSeen)}};
    if (withBuckets)
        json["buckets"] = seriesJson(category.series);
    return json;
}

Json markerJson(const Marker &marker)
{
    return {{"at", timeText(marker.at)},
            {"kind", config::kMarkerKinds.at(static_cast<std::size_t>(marker.kind))},
            {"title", marker.title}};
}

const char *nameOf(SourceState state)
{
    switch (state) {
    case SourceState::up:
        return "up";
    case SourceState::silent:
        return "silent";
    case SourceState::goodbye:
        break;
    }
    return "goodbye";
}

Json sourceJson(const SourceSnapshot &source)
{
    return {{"source", source.source},
            {"epoch", source.epoch},
            {"state", nameOf(source.state)},
            {"received", source.received},
            {"lost", source.lost ? Json(*source.lost) : Json(nullptr)},
            {"duplicate", source.duplicate},
            {"malformed", source.malformed},
            {"late", source.late},
            {"tailUnknown", source.tailUnknown},
            {"sequenceReused", source.sequenceReused},
            {"restarts", source.restarts},
            {"skewMs", source.skewMs.value_or(0)},
            {"lagP99Ms", source.lagP99Ms.value_or(0)},
            {"lastSeen",
             source.lastSeen == Timestamp{} ? Json(nullptr) : Json(timeText(source.lastSeen))}};
}

} // namespace

std::string toJson(const Snapshot &snapshot, bool withBuckets)
{
    Json json{{"asOf", timeText(snapshot.asOf)},
              {"window", nameOf(snapshot.window)},
              {"ledger", ledgerJson(snapshot.ledger)}};
    Json signals = Json::object();
    Json categories = Json::array();
    if (snapshot.metrics) {
        json["windowLedger"] = ledgerJson(snapshot.metrics->windowLedger);
        for (const SignalSnapshot &signal : snapshot.metrics->signals)
            signals[signal.name] = signalJson(signal, withBuckets);
        for (const CategorySnapshot &category : snapshot.metrics->categories)
            categories.push_back(categoryJson(category, withBuckets));
    }
    if (snapshot.configuration && snapshot.configuration->suggested)
        json["suggested"] = true;
    json["signals"] = std::move(signals);
    json["categories"] = std::move(categories);
    if (snapshot.configuration && !snapshot.configuration->markers.empty()) {
        Json &markers = json["markers"] = Json::array();
        for (const Marker &marker : snapshot.markers)
            markers.push_back(markerJson(marker));
    }
    Json &sources = json["sources"] = Json::array();
    for (const SourceSnapshot &source : snapshot.sources)
        sources.push_back(sourceJson(source));
    // Names come from strangers, and may have been cut within a character.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace ingest::report
