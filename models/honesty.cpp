// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/honesty.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/trust.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

QString honestyTr(const char *text)
{
    return QCoreApplication::translate("Honesty", text);
}

double secondsSince(const ingest::Snapshot &snapshot, ingest::Timestamp then)
{
    return std::chrono::duration<double>(snapshot.engineTime - then).count();
}

QString lostText(const ingest::Snapshot &snapshot)
{
    const ingest::LedgerSnapshot &ledger = snapshot.ledger;
    const bool ended = !tailsKnown(snapshot);
    if ((!ledger.lossKnown || ended) && ledger.lost == 0)
        return ledger.lossKnown ? honestyTr("tail unknown") : honestyTr("unknown");
    const QString known =
        QStringLiteral("%1 (%2)").arg(shareText(ledger.lost, ledger.accepted + ledger.lost),
                                      shortCount(static_cast<double>(ledger.lost)));
    return ledger.lossKnown && !ended ? known : honestyTr("at least %1").arg(known);
}

void judge(const ingest::Snapshot &snapshot, Honesty &honesty)
{
    const ingest::Freshness &fresh = snapshot.freshness;
    if (fresh.state == ingest::FreshnessState::waiting) {
        honesty.headline = honestyTr("No data");
        honesty.detail = honestyTr("nothing received since the start");
        return;
    }
    if (fresh.state == ingest::FreshnessState::stale) {
        honesty.headline = honestyTr("Data stale");
        honesty.detail = fresh.lastEvent
                             ? honestyTr("nothing for %1: do not act on these numbers")
                                   .arg(spanText(secondsSince(snapshot, *fresh.lastEvent)))
                             : QString();
        return;
    }
    if (fresh.sourcesKnown == 0) {
        honesty.headline = honestyTr("No publisher left");
        honesty.detail = honestyTr("every source said goodbye; the numbers stay as they ended");
        return;
    }
    const auto silent = std::ranges::find(snapshot.sources, ingest::SourceState::silent,
                                          &ingest::SourceSnapshot::state);
    if (silent != snapshot.sources.end()) {
        honesty.status = Status::look;
        honesty.headline = honestyTr("Data incomplete");
        honesty.detail = honestyTr("%1 silent for %2: hollow numbers need it")
                             .arg(QString::fromStdString(silent->source),
                                  spanText(secondsSince(snapshot, silent->lastSeen)));
        return;
    }
    if (const ingest::SignalSnapshot *broken = mostBroken(snapshot)) {
        honesty.status = Status::look;
        honesty.headline = honestyTr("Data incomplete");
        honesty.detail = honestyTr("%1 broke off %2×: what it sent last is unknown")
                             .arg(QString::fromStdString(broken->brokenSource))
                             .arg(tailsInWindow(snapshot, broken->brokenSource));
        return;
    }
    const ingest::LedgerSnapshot &ledger = snapshot.ledger;
    if (ledger.lost > 0) {
        honesty.status = Status::look;
        honesty.headline = honestyTr("Data nearly complete");
        honesty.detail = ledger.lost == 1 ? honestyTr("one event lost on the way")
                                          : honestyTr("%1 events lost on the way")
                                                .arg(shortCount(static_cast<double>(ledger.lost)));
        return;
    }
    honesty.status = Status::normal;
    const ingest::SourceSnapshot *ended = unknownTail(snapshot);
    honesty.headline = ledger.lossKnown && ended == nullptr ? honestyTr("Data complete")
                                                            : honestyTr("Data arriving");
    if (!ledger.lossKnown)
        honesty.detail = honestyTr("loss unknown: not every source numbers its events");
    else if (ended != nullptr)
        honesty.detail = honestyTr("%1 ended without goodbye: what it sent last is unknown")
                             .arg(QString::fromStdString(ended->source));
}

} // namespace

Honesty honestyOf(const ingest::Snapshot &snapshot)
{
    Honesty honesty;
    judge(snapshot, honesty);
    if (!snapshot.warnings.empty())
        honesty.detail = QString::fromStdString(snapshot.warnings.front());
    const ingest::LedgerSnapshot &ledger = snapshot.ledger;
    const ingest::Freshness &fresh = snapshot.freshness;
    const bool any = ledger.received > 0;
    const QString none = QStringLiteral("–");
    honesty.facts = {
        {honestyTr("Events"), shortCount(snapshot.eventsPerSecond) + QStringLiteral("/s"), false},
        {honestyTr("Sources"),
         fresh.sourcesKnown > 0
             ? honestyTr("%1 of %2 up").arg(fresh.sourcesUp).arg(fresh.sourcesKnown)
         : any ? honestyTr("none left")
               : QStringLiteral("0"),
         false},
        {honestyTr("Lost"), any ? lostText(snapshot) : none, false},
        {honestyTr("Late"), any ? shareText(ledger.late, ledger.accepted) : none, false},
        {honestyTr("Malformed"), shortCount(static_cast<double>(ledger.malformedTotal())), false},
        {honestyTr("Lag"),
         fresh.lagP50Ms && fresh.lagP99Ms
             ? honestyTr("%1 p99 %2")
                   .arg(durationText(*fresh.lagP50Ms), durationText(*fresh.lagP99Ms))
             : none,
         false},
        {honestyTr("Clock skew"),
         fresh.maxSkewMs ? QStringLiteral("≤") + durationText(*fresh.maxSkewMs) : none, true},
        {honestyTr("Last event"),
         fresh.lastEvent
             ? honestyTr("%1 ago").arg(spanText(secondsSince(snapshot, *fresh.lastEvent)))
             : none,
         true}};
    return honesty;
}

} // namespace models
