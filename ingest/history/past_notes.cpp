// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/past_notes.h"

#include "ingest/incidents/category_standing.h"
#include "ingest/metrics/seen_times.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace ingest::history {

namespace {

constexpr std::chrono::hours kIncidentsShown{24};

std::optional<IncidentKind> incidentKindOf(std::string_view kind)
{
    if (kind == kRatioIncident)
        return IncidentKind::ratio;
    if (kind == kCategoryIncident)
        return IncidentKind::category;
    if (kind == kSourceIncident)
        return IncidentKind::source;
    return std::nullopt;
}

} // namespace

PastNotes::PastNotes(const std::vector<KeptNote> &notes, const std::string &own)
{
    std::map<std::string, Word> words;
    for (const KeptNote &kept : notes) {
        if (kept.note.kind.starts_with(kMarkerNotes))
            takeMarker(kept.note);
        if (kept.part == own)
            continue;
        if (const auto kind = incidentKindOf(kept.note.kind))
            takeIncident(kept, *kind);
        else if (kept.note.kind == kCategoryNote)
            m_categories[kept.note.name].push_back(
                {kept.note.since, kept.note.until.value_or(kept.note.since)});
        else if (kept.note.kind == kLedgerNote)
            takeLedger(kept);
        else if (Word &word = words[kept.note.name];
                 kept.note.kind == kAcknowledged && kept.asOf >= word.asOf)
            word = {kept.asOf, kept.note.text};
    }
    for (const auto &[subject, word] : words)
        if (!word.by.empty())
            m_acknowledged[subject] = word.by;
    std::ranges::sort(m_markers);
    std::ranges::stable_sort(m_incidents, std::ranges::greater{}, &Incident::until);
    for (std::size_t i = 0; i < m_incidents.size(); ++i)
        m_incidents[i].id = kPastIncidents + i;
}

void PastNotes::takeIncident(const KeptNote &kept, IncidentKind kind)
{
    Incident &incident = m_incidents.emplace_back();
    incident.kind = kind;
    incident.subject = kept.note.name;
    incident.title = kept.note.text.empty() ? kept.note.name : kept.note.text;
    incident.since = kept.note.since;
    incident.until = kept.note.until.value_or(kept.asOf);
    incident.journeys = kept.note.n;
}

void PastNotes::takeLedger(const KeptNote &kept)
{
    EarlierLedger &earlier = m_ledgers[kept.part];
    earlier.since = kept.note.since;
    earlier.until = kept.note.until.value_or(kept.asOf);
    earlier.ledger.lossKnown = kept.note.text != kLossUnknown;
    for (const auto &[name, counter] : kLedgerCounters)
        if (name == kept.note.name)
            earlier.ledger.*counter = kept.note.n;
    for (std::size_t i = 0; i < wire::kReasonNames.size(); ++i)
        if (wire::kReasonNames[i] == kept.note.name)
            earlier.ledger.malformed[i] = kept.note.n;
}

void PastNotes::takeMarker(const Note &note)
{
    const auto *const kind =
        std::ranges::find(config::kMarkerKinds, note.kind.substr(kMarkerNotes.size()));
    if (kind != config::kMarkerKinds.end())
        m_markers.push_back({note.since,
                             static_cast<config::MarkerKind>(kind - config::kMarkerKinds.begin()),
                             note.name});
}

// Those the engine has as well are the same ones.
void PastNotes::completeMarkers(Snapshot &snapshot) const
{
    const Seconds span = spanOf(snapshot.window);
    const Second from = snapshot.asOf - std::max<Seconds>(span, kIncidentsShown);
    const auto first = std::ranges::upper_bound(m_markers, from, {}, &Marker::at);
    const auto last = std::ranges::upper_bound(m_markers, snapshot.asOf, {}, &Marker::at);
    std::vector<Marker> all;
    std::ranges::set_union(std::ranges::subrange(first, last), snapshot.markers,
                           std::back_inserter(all));
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    if (all.size() > kShownMarkers)
        all.erase(all.begin(), all.end() - kShownMarkers);
    snapshot.markers = std::move(all);
}

void PastNotes::complete(Snapshot &snapshot) const
{
    const Second begun = std::chrono::ceil<Seconds>(snapshot.startedAt.value_or(snapshot.asOf));
    for (const Incident &incident : m_incidents) {
        if (*incident.until > begun || snapshot.asOf - *incident.until >= kIncidentsShown)
            continue;
        snapshot.incidents.push_back(incident);
        if (const auto by = m_acknowledged.find(incident.subject); by != m_acknowledged.end())
            snapshot.incidents.back().acknowledgedBy = by->second;
    }
    if (!m_markers.empty())
        completeMarkers(snapshot);
    for (const auto &[part, earlier] : m_ledgers)
        if (earlier.until <= begun &&
            (!snapshot.earlierLedger || snapshot.earlierLedger->until < earlier.until))
            snapshot.earlierLedger = earlier;
}

bool PastNotes::completeCategories(std::vector<CategorySnapshot> &categories, Second asOf,
                                   Timestamp startedAt) const
{
    bool changed = false;
    for (CategorySnapshot &category : categories) {
        const auto met = m_categories.find(category.category);
        if (met == m_categories.end())
            continue;
        Span span;
        for (const Span &each : met->second)
            if (each.last <= startedAt)
                span = {std::min(span.first, each.first), std::max(span.last, each.last)};
        if (category.ordinal >= kUnmetCategories && span.last >= span.first) {
            category.lastSeen = span.last;
            category.firstSeen = span.first;
            changed = true;
        }
        if (span.first >= category.firstSeen)
            continue;
        changed = true;
        if (category.state == CategoryState::fresh && asOf - span.first >= incidents::kFreshFor)
            category.state = category.firstSeen - span.last >= metrics::kAwayFor
                                 ? CategoryState::regressed
                                 : CategoryState::known;
        category.firstSeen = span.first;
    }
    return changed;
}

} // namespace ingest::history
