// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine gives to history beside its counts.
#include "ingest/engine_state.h"

#include <utility>

namespace ingest {

namespace {

std::string_view kindOf(const Incident &incident)
{
    switch (incident.kind) {
    case IncidentKind::ratio:
        return kRatioIncident;
    case IncidentKind::category:
        return kCategoryIncident;
    case IncidentKind::source:
        break;
    }
    return kSourceIncident;
}

Note noteOf(const Marker &marker)
{
    const std::string_view kind = config::kMarkerKinds.at(static_cast<std::size_t>(marker.kind));
    return {std::string(kMarkerNotes).append(kind),
            marker.title,
            static_cast<std::uint64_t>(marker.at.time_since_epoch().count()),
            marker.at,
            std::nullopt,
            0,
            {}};
}

} // namespace

std::vector<Note> Engine::standingNotes() const
{
    std::vector<Note> notes;
    for (const Incident &incident : m_state->madeIncidents)
        notes.push_back({std::string(kindOf(incident)), incident.subject, incident.id,
                         incident.since, incident.until, incident.journeys, incident.title});
    for (const Marker &marker : m_state->markers.until(m_state->asOf))
        notes.push_back(noteOf(marker));
    for (const auto &[subject, by] : m_state->watch.acknowledged())
        notes.push_back({std::string(kAcknowledged), subject, 0, {}, {}, 0, by});
    return notes;
}

std::vector<Note> Engine::countedNotes() const
{
    std::vector<Note> notes;
    State &state = *m_state;
    for (const metrics::CategoryTable::Category &category : state.categories.categories())
        notes.push_back({std::string(kCategoryNote), category.name, 0,
                         bucketOf(category.seen.first()), bucketOf(category.seen.last()),
                         category.count, category.fingerprint});
    const LedgerSnapshot ledger = state.ledger();
    const auto put = [&](std::string name, std::uint64_t n) {
        notes.push_back({std::string(kLedgerNote), std::move(name), 0, bucketOf(state.startedAt),
                         state.asOf, n, ledger.lossKnown ? "" : std::string(kLossUnknown)});
    };
    for (const auto &[name, counter] : kLedgerCounters)
        put(std::string(name), ledger.*counter);
    for (std::size_t i = 0; i < ledger.malformed.size(); ++i)
        if (ledger.malformed[i] > 0)
            put(std::string(wire::kReasonNames[i]), ledger.malformed[i]);
    return notes;
}

} // namespace ingest
