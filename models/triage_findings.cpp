// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/triage_findings.h"

#include "ingest/evidence/event_finder.h"
#include "ingest/evidence/funnel_journeys.h"
#include "ingest/evidence/incident_cause.h"
#include "ingest/metrics/sum_field.h"
#include "ingest/wire/event.h"
#include "models/snapshot_lookup.h"

#include <algorithm>

namespace models {

namespace {

using ingest::evidence::EventReader;
using ingest::evidence::KeptEvent;
using ingest::evidence::KeptEvents;

constexpr std::uint64_t kTailReach = 20'000; // events looked at for the tail
constexpr std::size_t kFacetReach = 2'000;   // matching ones looked at for the facets
constexpr std::size_t kNamedReach = 500;     // samples looked at for what can be completed

ingest::evidence::Figure figureOf(const TriageQuestion &question)
{
    if (question.asked)
        return question.asked->figure;
    const ingest::Snapshot &heard = heardOf(*question.snapshot);
    auto figure = ingest::evidence::figureIn(heard.window, heard.asOf);
    figure.category = question.category;
    figure.failing = true;
    return figure;
}

// Leaves the events that an asked sum adds up; gives what they add up to.
std::int64_t keepSummed(const TriageQuestion &question, EventReader &reader,
                        std::vector<KeptEvent> &events)
{
    const ingest::config::Configuration &configuration = *question.snapshot->configuration;
    ingest::metrics::SumField field(configuration.signals.at(*question.asked->figure.signal).field,
                                    configuration.fields);
    std::int64_t minor = 0;
    std::erase_if(events, [&](const KeptEvent &event) {
        const auto money = field.amountOf(reader.read(event));
        if (!money || money->currency != question.asked->amount->currency)
            return true;
        minor += money->minor;
        return false;
    });
    return minor;
}

// Those of a figure that match, newest first.
void putSamples(const TriageQuestion &question, EventReader &reader, TriageFindings &findings,
                std::vector<EventRow> &forFacets)
{
    const ingest::Snapshot &snapshot = *question.snapshot;
    auto found =
        ingest::evidence::find(*snapshot.kept, *snapshot.configuration, figureOf(question));
    if (question.asked && question.asked->amount)
        findings.minor = keepSummed(question, reader, found.events);
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
    const ingest::Metrics &counted = *heardOf(snapshot).metrics;
    findings.figure = counted.failuresCount;
    for (const ingest::CategorySnapshot &category : counted.categories)
        if (question.category == category.ordinal)
            findings.figure = category.count;
    if (question.asked)
        findings.figure = question.asked->amount ? findings.matching : question.asked->count;
}

// Counts on from where the last answer had counted to, so that a tail may stand still for hours.
TailHold countedOn(const TriageQuestion &question, EventReader &reader)
{
    const KeptEvents &kept = *question.snapshot->kept;
    TailHold hold = question.tailHold;
    const std::uint64_t from = std::max(hold.at, hold.countedTo);
    hold.countedTo = kept.offered();
    if (hold.at == 0 || from >= hold.countedTo)
        return hold;
    if (question.query.terms.empty()) {
        hold.newer += hold.countedTo - from;
        return hold;
    }
    kept.forEachSince(from, [&](const auto &chunk, const ingest::evidence::KeptRecord &record) {
        hold.newer += matches(question.query, reader.read(KeptEvent{chunk, record})) ? 1 : 0;
    });
    return hold;
}

void putTail(const TriageQuestion &question, EventReader &reader, TriageFindings &findings)
{
    const KeptEvents &kept = *question.snapshot->kept;
    findings.query = question.query;
    findings.tailHold = countedOn(question, reader);
    const std::uint64_t newest = question.tailHold.at == 0 ? kept.offered() : question.tailHold.at;
    std::vector<KeptEvent> events;
    kept.forEachSince(newest - std::min(newest, kTailReach),
                      [&](const auto &chunk, const ingest::evidence::KeptRecord &record) {
                          if (record.number <= newest)
                              events.push_back({chunk, record});
                      });
    std::ranges::sort(events, std::greater<>{},
                      [](const KeptEvent &event) { return event.record.number; });
    for (const KeptEvent &event : events) {
        if (findings.tail.size() >= TriageFindings::kMostTail)
            break;
        if (question.query.terms.empty() || matches(question.query, reader.read(event)))
            findings.tail.push_back(rowOf(event, reader));
    }
}

// Since when an incident of this ratio or category lasts, where one is open.
std::optional<ingest::Second> openSince(const TriageQuestion &question,
                                        const std::optional<std::size_t> &ratio)
{
    const ingest::Snapshot &snapshot = *question.snapshot;
    const auto isAbout = [&](const ingest::Incident &incident) {
        if (incident.kind == ingest::IncidentKind::ratio)
            return ratio && snapshot.configuration->signals.at(*ratio).name == incident.subject;
        return incident.kind == ingest::IncidentKind::category &&
               std::ranges::any_of(snapshot.metrics->categories, [&](const auto &category) {
                   return category.ordinal == question.category &&
                          category.category == incident.subject;
               });
    };
    std::optional<ingest::Second> since;
    for (const ingest::Incident &incident : snapshot.incidents)
        if (!incident.until && isAbout(incident))
            since = std::min(since.value_or(incident.since), incident.since);
    return since;
}

void putChanged(const TriageQuestion &question, TriageFindings &findings)
{
    const ingest::Snapshot &snapshot = *question.snapshot;
    const ingest::config::Configuration &configuration = *snapshot.configuration;
    const bool ofSpan = question.asked && question.asked->isSpan;
    const bool ofRatio = question.asked && isOfRatio(configuration, *question.asked);
    if (!ofRatio && !question.category)
        return;
    auto when = ingest::evidence::figureIn(ingest::Window::oneHour, snapshot.asOf);
    if (ofSpan) {
        when.from = question.asked->figure.from;
        when.to = question.asked->figure.to;
    }
    auto about =
        ofRatio
            ? ingest::evidence::questionAbout(configuration, *question.asked->figure.signal, when)
            : ingest::evidence::questionAbout(configuration, *question.category,
                                              question.categoryType.toStdString(), when);
    if (const auto since = openSince(question, about.attempts.signal); since && !ofSpan)
        about = ingest::evidence::lookedAtSince(about, *since);
    findings.changed =
        ofSpan ? ingest::evidence::whatChanged(*snapshot.kept, configuration, about)
               : ingest::evidence::whatChangedLately(*snapshot.kept, configuration, about);
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

// Of all that could be filtered: while something is, the words of before hold.
void putVocabulary(const TriageQuestion &question, std::vector<EventRow> samples,
                   TriageFindings &findings)
{
    if (!question.query.terms.empty())
        return;
    samples.resize(std::min(samples.size(), kNamedReach));
    samples.insert(samples.end(), findings.tail.begin(), findings.tail.end());
    findings.vocabulary = vocabularyOf(samples);
}

} // namespace

TriageFindings findingsOf(const TriageQuestion &question)
{
    TriageFindings findings;
    findings.subject = question.subject;
    const ingest::Snapshot &snapshot = *question.snapshot;
    findings.reading = snapshot.readingEvents;
    if (!snapshot.kept || !snapshot.configuration || !snapshot.metrics)
        return findings;
    EventReader reader(snapshot.configuration->fields);
    putChanged(question, findings);
    std::vector<EventRow> forFacets;
    putSamples(question, reader, findings, forFacets);
    findings.facets = facetsOf(forFacets, question.query);
    putTail(question, reader, findings);
    putVocabulary(question, std::move(forFacets), findings);
    putJourney(question, reader, findings);
    return findings;
}

} // namespace models
