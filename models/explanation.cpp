// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explanation.h"

#include "models/asked_figure.h"
#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/figure_roles.h"
#include "models/signal_text.h"
#include "models/snapshot_lookup.h"
#include "models/tiles.h"
#include "models/time_axis.h"
#include "models/trust.h"
#include "models/window_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

QString explanationTr(const char *text)
{
    return QCoreApplication::translate("Explanation", text);
}

QString sampleOf(const ingest::FunnelSnapshot &funnel)
{
    const std::uint64_t entered = funnel.steps.empty() ? 0 : funnel.steps.front().journeys;
    return explanationTr(
               "%1 journeys that have had their time, of %2 that entered; %3 may still complete")
        .arg(wholeCount(funnel.matured), wholeCount(entered), wholeCount(funnel.inFlight));
}

// How much the figure is made of, by the kind of its signal.
struct Sample
{
    QString operator()(const ingest::FunnelSnapshot &funnel) const { return sampleOf(funnel); }
    QString operator()(const ingest::RatioSnapshot &ratio) const
    {
        return explanationTr("%1 attempts: %2 good, %3 bad")
            .arg(wholeCount(ratio.value.good + ratio.value.bad), wholeCount(ratio.value.good),
                 wholeCount(ratio.value.bad));
    }
    QString operator()(const ingest::RateSnapshot &rate) const
    {
        return explanationTr("%1 events").arg(wholeCount(rate.count));
    }
    QString operator()(const ingest::LatencySnapshot &latency) const
    {
        return explanationTr("%1 measurements; every percentile is within 0.55 % of the exact one")
            .arg(wholeCount(latency.count));
    }
    QString operator()(const ingest::SumSnapshot &sum) const
    {
        return explanationTr("%1 events with an amount; exact, in minor units")
            .arg(wholeCount(sum.count));
    }
    QString operator()(const ingest::UniquesSnapshot &uniques) const
    {
        return uniques.exact
                   ? explanationTr("%1 journeys, counted exactly").arg(wholeCount(uniques.count))
                   : explanationTr("%1 journeys, estimated: within 3.2 % in 95 cases of 100")
                         .arg(wholeCount(uniques.count));
    }
};

QString howItIsShown(const QString &key)
{
    if (key == QStringLiteral("conversion"))
        return explanationTr(
            "Shown is the share that converted of the journeys that have had their time: "
            "those that entered longer ago than nine in ten conversions take. The interval "
            "is Wilson's, 95 %.");
    if (key == QStringLiteral("success"))
        return explanationTr(
            "The interval is Wilson's, 95 %. Under 100 attempts the figure is grey.");
    if (key == QStringLiteral("revenue"))
        return explanationTr(
            "Shown is the sum of the window by its observed minutes, in the currency with "
            "the most events. Currencies are never added.");
    if (key == QStringLiteral("failures"))
        return explanationTr("Shown is the count of the window by its observed minutes.");
    if (key == QStringLiteral("latency"))
        return explanationTr(
            "Shown is the time that three in four stay under (p75), over the whole window; "
            "percentiles are never averaged.");
    return explanationTr(
        "A journey is everything one customer does under one key until it rests for half an "
        "hour.");
}

QString windowOf(const ingest::Snapshot &snapshot)
{
    const QString window = windowText(snapshot.window);
    const double observed = snapshot.observed.count();
    const QString until = clockTextSeconds(toMs(snapshot.asOf));
    const double span = static_cast<double>(ingest::spanOf(snapshot.window).count());
    return observed + 1 < span ? explanationTr("the last %1 to %2, of which %3 were observed")
                                     .arg(window, until, spanText(observed))
                               : explanationTr("the last %1 to %2").arg(window, until);
}

QString completenessOf(const ingest::Snapshot &snapshot, const ingest::SignalSnapshot *signal)
{
    if (signal != nullptr && !signal->silentSources.empty())
        return explanationTr("not to be trusted: %1 is silent, and this figure needs it")
            .arg(QString::fromStdString(signal->silentSources.front()));
    if (hasGaps(snapshot, signal))
        return explanationTr("incomplete: %1 ended without goodbye, %2× in the window, and was not "
                             "heard for %3; what it sent last each time is unknown")
            .arg(QString::fromStdString(signal->brokenSource))
            .arg(tailsInWindow(snapshot, signal->brokenSource))
            .arg(spanText(signal->unheard.count()));
    const ingest::LedgerSnapshot &ledger = snapshot.metrics->windowLedger;
    if (ledger.lost > 0 && ledger.lossKnown)
        return explanationTr("%1 events were lost on the way").arg(wholeCount(ledger.lost));
    if (ledger.lost > 0)
        return explanationTr("at least %1 events were lost on the way")
            .arg(wholeCount(ledger.lost));
    if (!ledger.lossKnown)
        return explanationTr("loss is unknown: not every source numbers its events");
    if (const ingest::SourceSnapshot *ended = unknownTail(snapshot))
        return explanationTr("no number is missing; what %1 sent last, before it ended without "
                             "goodbye, is unknown")
            .arg(QString::fromStdString(ended->source));
    return explanationTr("nothing was lost on the way");
}

QString leftOutOf(const ingest::Snapshot &snapshot)
{
    const ingest::LedgerSnapshot &ledger = snapshot.metrics->windowLedger;
    return explanationTr(
               "%1 duplicate, %2 malformed and %3 too late events are not in it; %4 late ones are")
        .arg(wholeCount(ledger.duplicate), wholeCount(ledger.malformedTotal()),
             wholeCount(ledger.tooLate), wholeCount(ledger.late));
}

// `role`: the signal's name; empty where it is of all events.
void putCompleteness(Explanation &explanation, const ingest::Snapshot &snapshot,
                     const std::string &role)
{
    const ingest::Snapshot &heard = heardOf(snapshot);
    explanation.lines.push_back({explanationTr("Window"), windowOf(heard)});
    if (const ingest::SignalSnapshot *signal = signalNamed(heard, role))
        explanation.lines.push_back({explanationTr("Sample"), std::visit(Sample{}, signal->value)});
    explanation.lines.push_back(
        {explanationTr("Completeness"), completenessOf(snapshot, signalNamed(snapshot, role))});
    explanation.lines.push_back({explanationTr("Left out"), leftOutOf(heard)});
}

Explanation explainedTile(const ingest::Snapshot &snapshot, const Tile &tile)
{
    Explanation out{explanationTr("%1: %2").arg(tile.title, tile.text()), {}};
    const std::string role = roleNamed(rolesOf(snapshot), tile.key);
    const auto *configured = configurationOf(snapshot, role);
    const bool everyFailure = configured == nullptr && tile.key == QStringLiteral("failures");
    out.lines.push_back({explanationTr("Definition"),
                         configured != nullptr ? definitionOf(*configured)
                         : everyFailure        ? explanationTr("every event that reports a failure")
                                        : explanationTr("no signal is configured for this place")});
    if (configured == nullptr && !everyFailure)
        return out;
    out.lines.push_back({explanationTr("How it is worked out"), howItIsShown(tile.key)});
    putCompleteness(out, snapshot, role);
    if (everyFailure)
        out.lines.push_back(
            {explanationTr("Sample"),
             explanationTr("%1 events").arg(wholeCount(heardOf(snapshot).metrics->failuresCount))});
    return out;
}

struct Panel
{
    const char *key;
    const char *title;
    const char *definition;
    bool ofWindow; // else of everything since the start
};

constexpr Panel kPanels[] = {
    {"funnel", QT_TRANSLATE_NOOP("Explanation", "Funnel"),
     QT_TRANSLATE_NOOP("Explanation",
                       "Row k counts the journeys with a chain of at least k steps that entered in "
                       "the window. Continued is the share of the row before; the time is the "
                       "median from the step before."),
     true},
    {"categories", QT_TRANSLATE_NOOP("Explanation", "Error categories"),
     QT_TRANSLATE_NOOP("Explanation",
                       "A category is what the event names as its reason, else its message with "
                       "numbers, ids, addresses and paths masked. Counted are failing events; "
                       "journeys are counted once each. The change is the rate of the last five "
                       "minutes over that of the hour before; a triangle stands where that is more "
                       "than chance."),
     true},
    {"changed", QT_TRANSLATE_NOOP("Explanation", "What changed"),
     QT_TRANSLATE_NOOP("Explanation",
                       "Attributes that set the failing journeys apart from all that tried, and "
                       "from the time before. The factor is the share among the failing over the "
                       "share among all; at most one in twenty of those named is chance. Under 30 "
                       "failures nothing is named. Unless a span was brushed it is of the time in "
                       "which they stand out most."),
     true},
    {"journey", QT_TRANSLATE_NOOP("Explanation", "Journey"),
     QT_TRANSLATE_NOOP("Explanation",
                       "All kept events of one customer, service by service. A hatched box is an "
                       "answer that was expected and never came; the note says whether events were "
                       "lost in that time."),
     true},
    {"events", QT_TRANSLATE_NOOP("Explanation", "Events"),
     QT_TRANSLATE_NOOP("Explanation",
                       "Events kept whole, the newest first. Failing ones are kept longest; where "
                       "some are gone it says how many of how many are left."),
     true},
    {"facets", QT_TRANSLATE_NOOP("Explanation", "Facets of the matching events"),
     QT_TRANSLATE_NOOP("Explanation",
                       "How often the events that match have each value of an attribute, as a "
                       "share of those that have the attribute."),
     true},
    {"ledger", QT_TRANSLATE_NOOP("Explanation", "Where every event went"),
     QT_TRANSLATE_NOOP("Explanation",
                       "Every event that was published, and what became of it: published = shown + "
                       "lost + malformed + duplicate + too late. Lost is known where a source "
                       "numbers its events."),
     false},
    {"sources", QT_TRANSLATE_NOOP("Explanation", "Sources"),
     QT_TRANSLATE_NOOP("Explanation",
                       "One row for each publisher. Lost counts the numbers missing from its "
                       "sequence; late is the share that came over 30 s after its time; skew is "
                       "the median of arrival less event time."),
     false},
    {"engine", QT_TRANSLATE_NOOP("Explanation", "Engine"),
     QT_TRANSLATE_NOOP("Explanation",
                       "What this process costs: the share of one core that ingest is busy, frames "
                       "found waiting at once, resident memory. Each point is the worst of its "
                       "ten seconds."),
     false},
};

} // namespace

Explanation explanationOf(const ingest::Snapshot &snapshot, const QString &key)
{
    if (!snapshot.metrics)
        return {};
    const std::vector<Tile> tiles = tilesOf(snapshot);
    if (const auto tile = std::ranges::find(tiles, key, &Tile::key); tile != tiles.end())
        return explainedTile(snapshot, *tile);
    const auto panel = std::ranges::find_if(
        kPanels, [&key](const Panel &one) { return key == QLatin1String(one.key); });
    if (panel == std::end(kPanels))
        return {};
    Explanation out{explanationTr(panel->title),
                    {{explanationTr("Definition"), explanationTr(panel->definition)}}};
    if (panel->ofWindow)
        putCompleteness(out, snapshot,
                        key == QStringLiteral("funnel") ? rolesOf(snapshot).conversion
                                                        : std::string());
    else
        out.lines.push_back({explanationTr("Window"), windowText(ingest::Window::all)});
    return out;
}

QString Explanation::text() const
{
    QString all = title;
    for (const Line &line : lines)
        all += QLatin1Char('\n') + line.name + QStringLiteral(": ") + line.text;
    return all;
}

} // namespace models
