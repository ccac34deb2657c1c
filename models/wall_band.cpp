// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_band.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/cost_text.h"
#include "models/incident_name.h"
#include "models/incident_rank.h"
#include "models/time_axis.h"
#include "models/trust.h"
#include "models/window_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

QString wallBandTr(const char *text)
{
    return QCoreApplication::translate("WallBand", text);
}

QString headlineOf(const ingest::Incident &incident)
{
    const QString title = nameOfIncident(incident);
    switch (incident.kind) {
    case ingest::IncidentKind::ratio:
        if (incident.trials > 0)
            return wallBandTr("%1: %2 fail")
                .arg(title, shareText(incident.failures, incident.trials));
        return wallBandTr("%1 fails").arg(title);
    case ingest::IncidentKind::category:
        return wallBandTr("New failure: %1").arg(title);
    case ingest::IncidentKind::source:
        break;
    }
    return wallBandTr("%1 has gone").arg(title);
}

QString sourcesText(std::size_t count)
{
    return count == 1 ? wallBandTr("One source") : wallBandTr("%1 sources").arg(count);
}

// What is known to be lost is the least of it there.
WallBand brokenBand(const ingest::Snapshot &snapshot, const ingest::SignalSnapshot &broken)
{
    WallBand band;
    band.kind = WallBand::Kind::incomplete;
    band.status = Status::look;
    const std::size_t tails = tailsInWindow(snapshot, broken.brokenSource);
    const QString source = QString::fromStdString(broken.brokenSource);
    band.headline = tails == 1
                        ? wallBandTr("Data incomplete: %1 broke off").arg(source)
                        : wallBandTr("Data incomplete: %1 broke off %2×").arg(source).arg(tails);
    band.detail = wallBandTr("Last %1. What it sent last each time is unknown.")
                      .arg(windowText(snapshot.window));
    if (snapshot.metrics->windowLedger.lost > 0) {
        band.first = QStringLiteral("≥ ") + shortCount(double(snapshot.metrics->windowLedger.lost));
        band.firstNote = wallBandTr("events lost");
    }
    band.sinceMs = toMs(snapshot.asOf);
    return band;
}

} // namespace

QString ownerSentence(const ingest::Incident &incident)
{
    if (!incident.acknowledgedBy.empty())
        return wallBandTr("%1 has it.").arg(QString::fromStdString(incident.acknowledgedBy));
    if (incident.owner.empty())
        return wallBandTr("No owner is named.");
    const QString name = QString::fromStdString(incident.owner.name);
    return incident.owner.contact.empty()
               ? wallBandTr("Owner: %1.").arg(name)
               : wallBandTr("Owner: %1, %2.")
                     .arg(name, QString::fromStdString(incident.owner.contact));
}

double lostShare(const ingest::Snapshot &snapshot)
{
    if (!snapshot.metrics)
        return 0;
    const ingest::LedgerSnapshot &ledger = snapshot.metrics->windowLedger;
    const double all = double(ledger.inWindows + ledger.lost);
    return all > 0 ? double(ledger.lost) / all : 0;
}

SourceLoss worstLoss(const ingest::Snapshot &snapshot)
{
    constexpr std::uint64_t kEnough = 100;
    const ingest::Seconds span = ingest::spanOf(snapshot.window); // of all of it: 0
    const bool isShort = span.count() > 0 && span <= ingest::spanOf(ingest::Window::oneHour);
    SourceLoss worst{{}, 0, 0, isShort ? snapshot.window : ingest::Window::oneHour};
    const auto minutes = // whole ones, and the one still running
        static_cast<std::size_t>(ingest::spanOf(worst.window).count() / 60 + 1);
    for (const ingest::SourceSnapshot &source : snapshot.sources) {
        std::uint64_t lost = 0;
        std::uint64_t expected = 0;
        for (std::size_t i = 0; i < std::min(minutes, source.minutes.size()); ++i) {
            const ingest::SourceMinute &minute = source.minutes[source.minutes.size() - 1 - i];
            lost += minute.lost;
            expected += minute.lost + minute.received;
        }
        const double share = expected < kEnough ? 0 : double(lost) / double(expected);
        if (share > worst.share)
            worst = {source.source, lost, share, worst.window};
    }
    return worst;
}

WallBand incidentBand(const ingest::Snapshot &snapshot, const ingest::Incident &incident,
                      double nowMs)
{
    WallBand band;
    band.kind = WallBand::Kind::incident;
    band.status = statusOf(incident.kind);
    band.headline = headlineOf(incident);
    band.detail = ownerSentence(incident);
    if (const std::size_t gone = sourcesGone(snapshot); isGone(incident) && gone > 1)
        band.headline = (snapshot.freshness.sourcesUp == 0 ? wallBandTr("All %1 sources have gone")
                                                           : wallBandTr("%1 sources have gone"))
                            .arg(gone);
    const auto open =
        std::ranges::count_if(snapshot.incidents, [](const auto &each) { return !each.until; });
    if (open > 1)
        band.detail += QLatin1Char(' ') + wallBandTr("%1 incidents are open.").arg(open);
    band.sinceMs = toMs(incident.since);
    band.first = spanText((nowMs - band.sinceMs) / 1000);
    band.firstNote = wallBandTr("since %1").arg(clockText(band.sinceMs));
    if (incident.kind != ingest::IncidentKind::source) {
        const CostText cost = costText(incident.cost);
        band.second = cost.amount;
        band.secondNote = cost.note;
    }
    return band;
}

WallBand staleBand(const ingest::Snapshot *snapshot, bool ownSilence, double nowMs)
{
    WallBand band;
    band.kind = WallBand::Kind::stale;
    band.status = Status::unknown;
    band.second = clockTextSeconds(nowMs);
    band.secondNote = wallBandTr("clock");
    band.sinceMs = nowMs;
    if (ownSilence) {
        band.headline = wallBandTr("Bellwether itself stands still");
        band.detail = wallBandTr("Its ingest thread does not answer. Start it anew.");
        return band;
    }
    if (snapshot == nullptr)
        return band;
    const ingest::Freshness &fresh = snapshot->freshness;
    if (fresh.lastEvent)
        band.sinceMs = toMs(*fresh.lastEvent);
    const QString when = clockTextSeconds(band.sinceMs);
    if (fresh.sourcesKnown == 0) {
        band.headline = wallBandTr("Every publisher has ended, the last at %1").arg(when);
        band.detail = wallBandTr("All said goodbye. Nothing is published any more.");
    } else if (fresh.sourcesUp == 0) {
        band.headline = wallBandTr("No publisher heard since %1").arg(when);
        band.detail = fresh.sourcesKnown == 1
                          ? wallBandTr("The one source is silent. Waiting for it to return.")
                          : wallBandTr("All %1 sources silent. Waiting for them to return.")
                                .arg(fresh.sourcesKnown);
    } else if (nowMs - band.sinceMs < 10'000) {
        band.headline = wallBandTr("Events arrive again");
        band.detail = wallBandTr("Trusted after ten seconds without a break.");
    } else {
        band.headline = wallBandTr("No event since %1").arg(when);
        band.detail = wallBandTr("%1 of %2 sources are heard, but publish nothing.")
                          .arg(fresh.sourcesUp)
                          .arg(fresh.sourcesKnown);
    }
    return band;
}

std::optional<WallBand> silentBand(const ingest::Snapshot &snapshot, double nowMs)
{
    if (!snapshot.metrics)
        return {};
    WallBand band;
    band.kind = WallBand::Kind::stale;
    band.status = Status::unknown;
    band.sinceMs = nowMs;
    std::vector<std::string> silent;
    for (const ingest::SignalSnapshot &signal : snapshot.metrics->signals) {
        silent.insert(silent.end(), signal.silentSources.begin(), signal.silentSources.end());
        if (!signal.silentSources.empty() && signal.staleSince)
            band.sinceMs = std::min(band.sinceMs, toMs(*signal.staleSince));
    }
    if (silent.empty())
        return {};
    std::ranges::sort(silent);
    silent.erase(std::ranges::unique(silent).begin(), silent.end());
    const QString name =
        silent.size() == 1 ? QString::fromStdString(silent.front()) : sourcesText(silent.size());
    band.headline = wallBandTr("%1 not heard since %2").arg(name, clockTextSeconds(band.sinceMs));
    band.detail = wallBandTr("Hollow numbers need it. The solid ones hold.");
    band.first = ageText((nowMs - band.sinceMs) / 1000);
    band.firstNote = wallBandTr("silent");
    return band;
}

std::optional<WallBand> incompleteBand(const ingest::Snapshot &snapshot)
{
    if (const ingest::SignalSnapshot *broken = mostBroken(snapshot))
        return brokenBand(snapshot, *broken);
    const double share = lostShare(snapshot);
    const SourceLoss loss = worstLoss(snapshot);
    const bool ofAll = share >= kIncompleteShare;
    if (!ofAll && loss.share < kIncompleteShare)
        return {};
    WallBand band;
    band.kind = WallBand::Kind::incomplete;
    band.status = Status::look;
    band.headline =
        ofAll ? wallBandTr("Data incomplete: %1 of the events lost").arg(percentText(100 * share))
              : wallBandTr("Data incomplete: %1 of %2 lost")
                    .arg(percentText(100 * loss.share), QString::fromStdString(loss.source));
    const QString span = windowText(ofAll ? snapshot.window : loss.window);
    band.detail = (unknownTail(snapshot) != nullptr
                       ? wallBandTr("Last %1, at least: a source ended without goodbye.")
                       : wallBandTr("Last %1. Rates show what they would be either way."))
                      .arg(span);
    band.first = shortCount(double(ofAll ? snapshot.metrics->windowLedger.lost : loss.lost));
    band.firstNote = wallBandTr("events lost");
    band.sinceMs = toMs(snapshot.asOf);
    return band;
}

} // namespace models
