// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/triage_findings.h"

#include "ingest/evidence/event_finder.h"
#include "ingest/evidence/funnel_journeys.h"
#include "ingest/wire/event.h"

#include <algorithm>
#include <map>

namespace models {

namespace {

using ingest::evidence::EventReader;
using ingest::evidence::KeptEvent;
using ingest::evidence::KeptEvents;

constexpr std::uint64_t kTailReach = 20'000; // events looked at for the tail
constexpr std::size_t kFacetReach = 2'000;   // matching ones looked at for the facets
constexpr std::size_t kMostFacets = 6;
constexpr std::size_t kMostValues = 5;
constexpr std::size_t kFewDifferent = 40; // more different values are ids

ingest::evidence::Figure figureOf(const TriageQuestion &question)
{
    if (question.asked)
        return question.asked->figure;
    auto figure = ingest::evidence::figureIn(question.snapshot->window, question.snapshot->asOf);
    figure.category = question.category;
    figure.failing = true;
    return figure;
}

// Those of a figure that match, newest first.
void putSamples(const TriageQuestion &question, EventReader &reader, TriageFindings &findings,
                std::vector<EventRow> &forFacets)
{
    const ingest::Snapshot &snapshot = *question.snapshot;
    auto found =
        ingest::evidence::find(*snapshot.kept, *snapshot.configuration, figureOf(question));
    for (const auto &journey : found.journeys) // each by the latest of its events
        found.events.push_back(journey.latest);
    for (const KeptEvent &event : found.events) {
        const bool looks = forFacets.size() < kFacetReach;
        if (!question.query.terms.empty() && !matches(question.query, reader.read(event)))
            continue;
        ++findings.matching;
        if (!looks)
            continue;
        forFacets.push_back(rowOf(event, reader));
        if (findings.samples.size() < TriageFindings::kMostSamples)
            findings.samples.push_back(forFacets.back());
    }
    findings.figure = snapshot.metrics->failuresCount;
    for (const ingest::CategorySnapshot &category : snapshot.metrics->categories)
        if (question.category == category.ordinal)
            findings.figure = category.count;
    if (question.asked)
        findings.figure = question.asked->count;
}

void putTail(const TriageQuestion &question, EventReader &reader, TriageFindings &findings)
{
    const KeptEvents &kept = *question.snapshot->kept;
    const std::uint64_t newest = kept.offered();
    const std::uint64_t frozen = question.tailFrozenAt == 0 ? newest : question.tailFrozenAt;
    const std::uint64_t from = std::min(frozen, newest) - std::min({frozen, newest, kTailReach});
    std::vector<KeptEvent> events;
    kept.forEachSince(from, [&](const auto &chunk, const ingest::evidence::KeptRecord &record) {
        events.push_back({chunk, record});
    });
    std::ranges::sort(events, std::greater<>{},
                      [](const KeptEvent &event) { return event.record.number; });
    for (const KeptEvent &event : events) {
        const bool newer = event.record.number > frozen;
        if (!newer && findings.tail.size() >= TriageFindings::kMostTail)
            break;
        if (!question.query.terms.empty() && !matches(question.query, reader.read(event)))
            continue;
        if (newer)
            ++findings.tailNewer;
        else
            findings.tail.push_back(rowOf(event, reader));
    }
}

std::vector<Facet> facetsOf(const std::vector<EventRow> &rows)
{
    std::map<QString, std::map<QString, int>> counts;
    for (const EventRow &row : rows) {
        if (!row.reason.isEmpty())
            ++counts[QStringLiteral("category")][row.reason];
        for (const auto &[name, value] : row.attributes)
            ++counts[name][value];
    }
    std::vector<Facet> facets;
    for (const auto &[name, values] : counts) {
        if (values.size() > kFewDifferent)
            continue;
        Facet facet{name, 0, {}};
        for (const auto &[value, count] : values) {
            facet.total += count;
            facet.values.push_back({value, count});
        }
        std::ranges::stable_sort(facet.values, std::greater<>{}, &Facet::Value::count);
        if (facet.values.size() > kMostValues)
            facet.values.resize(kMostValues);
        if (facet.total * 2 >= static_cast<int>(rows.size()))
            facets.push_back(std::move(facet));
    }
    // First those that one value rules most.
    std::ranges::stable_sort(facets, std::greater<>{}, [](const Facet &facet) {
        return facet.values.size() < 2 ? 0.0
                                       : static_cast<double>(facet.values.front().count) /
                                             static_cast<double>(facet.total);
    });
    if (facets.size() > kMostFacets)
        facets.resize(kMostFacets);
    return facets;
}

void putJourney(const TriageQuestion &question, EventReader &reader, TriageFindings &findings)
{
    std::uint64_t key = question.journeyKey;
    for (const EventRow &sample : findings.samples)
        key = key == 0 ? sample.journeyKey : key;
    if (key == 0)
        return;
    const ingest::Snapshot &snapshot = *question.snapshot;
    std::vector<EventRow> events;
    for (const KeptEvent &event :
         ingest::evidence::eventsOfJourney(*snapshot.kept, key, snapshot.asOf,
                                           ingest::evidence::longestPause(*snapshot.configuration)))
        events.push_back(rowOf(event, reader));
    findings.line = journeyLine(snapshot, events);
}

} // namespace

TriageFindings findingsOf(const TriageQuestion &question)
{
    TriageFindings findings;
    const ingest::Snapshot &snapshot = *question.snapshot;
    if (!snapshot.kept || !snapshot.configuration || !snapshot.metrics)
        return findings;
    EventReader reader(snapshot.configuration->fields);
    if (question.category)
        findings.changed = ingest::evidence::whatChangedLately(
            *snapshot.kept, *snapshot.configuration,
            ingest::evidence::questionAbout(
                *snapshot.configuration, *question.category, question.categoryType.toStdString(),
                ingest::evidence::figureIn(ingest::Window::oneHour, snapshot.asOf)));
    std::vector<EventRow> forFacets;
    putSamples(question, reader, findings, forFacets);
    findings.facets = facetsOf(forFacets);
    putTail(question, reader, findings);
    putJourney(question, reader, findings);
    return findings;
}

} // namespace models
