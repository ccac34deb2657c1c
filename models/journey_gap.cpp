// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journey_gap.h"

#include "ingest/evidence/kept_events.h"
#include "ingest/metrics/event_matching.h"
#include "models/series_time.h"
#include "models/time_axis.h"
#include "models/trust.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace models {

namespace {

constexpr std::uint64_t kUsualReach = 20'000; // kept events among which one of each type is likely

QString journeyGapTr(const char *text, int n = -1)
{
    return QCoreApplication::translate("models::JourneyLine", text, nullptr, n);
}

const ingest::config::SignalConfiguration *conversionSignal(const ingest::Snapshot &snapshot)
{
    if (!snapshot.configuration)
        return nullptr;
    for (const auto &signal : snapshot.configuration->signals)
        if (signal.name == snapshot.configuration->experience.conversion &&
            signal.kind == ingest::config::SignalKind::funnel)
            return &signal;
    return nullptr;
}

// Of the conversion funnel, the step after the furthest one there is an event of.
const ingest::config::EventFilter *nextStep(const ingest::config::SignalConfiguration &funnel,
                                            const std::vector<EventRow> &events)
{
    std::size_t next = 0;
    for (std::size_t step = 0; step < funnel.steps.size(); ++step)
        for (const EventRow &event : events)
            if (ingest::metrics::matchesPattern(funnel.steps[step].pattern,
                                                event.type.toStdString()))
                next = step + 1;
    return next == 0 || next >= funnel.steps.size() ? nullptr : &funnel.steps[next];
}

// A step that is good of a ratio whose bad events answer for it as well: "failed" is an answer.
bool answeredBadly(const ingest::Snapshot &snapshot, const ingest::config::EventFilter &step,
                   const std::vector<EventRow> &events)
{
    const auto matchesAny = [](const std::vector<ingest::config::EventFilter> &filters,
                               const std::string &type) {
        return std::ranges::any_of(filters, [&type](const auto &filter) {
            return ingest::metrics::matchesPattern(filter.pattern, type);
        });
    };
    return std::ranges::any_of(snapshot.configuration->signals, [&](const auto &signal) {
        return signal.kind == ingest::config::SignalKind::ratio &&
               matchesAny(signal.good, step.pattern) &&
               matchesAny(signal.bad, events.back().type.toStdString());
    });
}

// Events missing from the time of the journey, of whatever source; empty where that is not known.
std::optional<std::uint64_t> lostMeanwhile(const ingest::Snapshot &snapshot,
                                           const JourneyLine &line)
{
    if (!snapshot.metrics || snapshot.metrics->lost.points.empty())
        return std::nullopt;
    const auto &series = snapshot.metrics->lost;
    const double toMs = line.startMs + line.seconds * 1000;
    if (line.startMs < beginMs(series, 0))
        return std::nullopt;
    std::uint64_t lost = 0;
    const double step = double(series.step.count()) * 1000;
    for (std::size_t i = 0; i < series.points.size(); ++i)
        if (beginMs(series, i) + step > line.startMs && beginMs(series, i) < toMs)
            lost += series.points[i];
    return lost;
}

// Who sends such events, by the newest one that is kept; empty where none is.
QString serviceOf(const ingest::Snapshot &snapshot, const std::string &pattern)
{
    std::uint64_t newest = 0;
    std::string_view source;
    std::shared_ptr<const ingest::evidence::KeptChunk> holder; // of what `source` points to
    const auto look = [&](const auto &chunk, const ingest::evidence::KeptRecord &record) {
        if (record.number <= newest ||
            !ingest::metrics::matchesPattern(pattern, chunk->type(record)))
            return;
        newest = record.number;
        source = chunk->source(record);
        holder = chunk;
    };
    if (!snapshot.kept)
        return {};
    const std::uint64_t offered = snapshot.kept->offered();
    snapshot.kept->forEachSince(offered - std::min(offered, kUsualReach), look);
    if (newest == 0)
        snapshot.kept->forEach(look);
    return QString::fromUtf8(source.data(), static_cast<qsizetype>(source.size()));
}

// Since when nothing could be heard of the step, if nothing can.
std::optional<double> silentSinceMs(const ingest::Snapshot &snapshot, const QString &service)
{
    const auto source =
        std::ranges::find(snapshot.sources, service.toStdString(), &ingest::SourceSnapshot::source);
    if (source != snapshot.sources.end() && source->state == ingest::SourceState::silent)
        return toMs(source->lastSeen);
    return dataEndMs(snapshot, nullptr);
}

} // namespace

void addMissing(const ingest::Snapshot &snapshot, const std::vector<EventRow> &events,
                JourneyLine &line)
{
    const auto *funnel = conversionSignal(snapshot);
    const auto *step = funnel == nullptr ? nullptr : nextStep(*funnel, events);
    if (step == nullptr)
        return;
    if (answeredBadly(snapshot, *step, events)) // what is missing is how it all ends
        step = &funnel->steps.back();
    const QString service = serviceOf(snapshot, step->pattern);
    const std::optional<double> silentSince = silentSinceMs(snapshot, service);
    const double heardToMs = silentSince.value_or(toMs(snapshot.asOf));
    const double waited = std::max(0.0, heardToMs - events.back().ms) / 1000;
    const double within = static_cast<double>(funnel->within.count());
    JourneyLine::Missing missing;
    missing.fromSeconds = (events.back().ms - line.startMs) / 1000;
    missing.pending = waited < std::min(within, 120.0);
    const double longest = std::max(20.0, 0.4 * missing.fromSeconds);
    missing.nowSeconds = missing.fromSeconds + waited;
    missing.toSeconds = missing.fromSeconds + std::clamp(waited, 5.0, longest);
    missing.label = (!missing.pending ? journeyGapTr("%1 never came")
                     : silentSince    ? journeyGapTr("%1 not heard of")
                                      : journeyGapTr("%1 not yet"))
                        .arg(QString::fromStdString(step->pattern));
    missing.row = line.rowOf(service.isEmpty() ? journeyGapTr("expected") : service);
    line.seconds = std::max(line.seconds, missing.toSeconds);
    line.missing.push_back(missing);
}

QString gapNote(const ingest::Snapshot &snapshot, const JourneyLine &line)
{
    bool known = true;
    std::uint64_t lost = 0;
    QString silent; // since before the gap ends: nobody knows its tail
    QString ended;  // without goodbye
    for (const ingest::SourceSnapshot &source : snapshot.sources) {
        if (std::ranges::find(line.services, QString::fromStdString(source.source)) ==
            line.services.end())
            continue;
        known = known && source.lost.has_value();
        lost += source.lost.value_or(0);
        if (source.state == ingest::SourceState::silent &&
            toMs(source.lastSeen) < line.startMs + line.seconds * 1000)
            silent = QString::fromStdString(source.source);
        if (source.tailUnknown)
            ended = QString::fromStdString(source.source);
    }
    if (!known)
        return journeyGapTr(
            "Not every source here numbers its events: a gap may be real or lost data.");
    if (!silent.isEmpty())
        return journeyGapTr(
                   "%1 is silent, and what it sent last is not known: a gap may be lost data.")
            .arg(silent);
    if (!ended.isEmpty())
        return journeyGapTr("%1 has ended without goodbye: a gap may be lost data.").arg(ended);
    if (lost > 0 && lostMeanwhile(snapshot, line) == std::uint64_t{0})
        return journeyGapTr("No event was lost in this time: a gap is real, not lost data.");
    if (lost > 0)
        return journeyGapTr("These sources have lost %n events: a gap may be lost data.",
                            static_cast<int>(lost));
    return journeyGapTr(
        "Sequence numbers are complete for these sources, so a gap is real, not lost data.");
}

} // namespace models
