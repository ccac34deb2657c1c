// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_sentence.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/incident_name.h"
#include "models/incident_rank.h"
#include "models/snapshot_lookup.h"
#include "models/wall_picture.h"
#include "models/window_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

constexpr std::int64_t kWorthSaying = 120; // seconds of health

QString wallSentenceTr(const char *text)
{
    return QCoreApplication::translate("WallSentence", text);
}

QString limitOf(const WallFigure &figure, const ingest::Snapshot &snapshot)
{
    const auto *success = configurationOf(snapshot, rolesOf(snapshot).success);
    if (figure.scene == WallScene::success && success != nullptr && success->limit)
        return wallSentenceTr("limit %1").arg(percentTick(100 * (1 - *success->limit), 1));
    return figure.scene == WallScene::latency ? figure.note : QString();
}

QString whyBad(const WallFigure &figure, const ingest::Snapshot &snapshot)
{
    const QString value =
        figure.unit.isEmpty() ? figure.value : figure.value + QChar(0x202f) + figure.unit;
    if (figure.gaps)
        return wallSentenceTr("%1 cannot be judged: part of the data never came.")
            .arg(figure.label);
    QString limit = limitOf(figure, snapshot);
    if (limit.isEmpty() || figure.status == Status::look)
        limit = figure.against.isEmpty() ? limit : figure.against;
    const QString window = windowText(snapshot.window);
    return limit.isEmpty()
               ? wallSentenceTr("Last %1: %2 %3.").arg(window, figure.label, value)
               : wallSentenceTr("Last %1: %2 %3, %4.").arg(window, figure.label, value, limit);
}

QString whyHealthy(const WallPicture &picture, std::int64_t heldSeconds)
{
    const auto early = std::ranges::find_if(
        picture.figures, [](const WallFigure &figure) { return figure.known && !figure.judged; });
    if (early != picture.figures.end())
        return early->few
                   ? wallSentenceTr("Customers get through. %1: too few events.").arg(early->label)
                   : wallSentenceTr("Customers get through. %1: too early to tell.")
                         .arg(early->label);
    if (heldSeconds < kWorthSaying)
        return wallSentenceTr("Customers get through.");
    return wallSentenceTr("Customers get through. No limit crossed for %1.")
        .arg(spanText(double(heldSeconds)));
}

// Where none of the four numbers shows it.
QString whatFails(const ingest::Incident &incident)
{
    const QString name = nameOfIncident(incident);
    switch (incident.kind) {
    case ingest::IncidentKind::ratio:
        if (incident.trials > 0)
            return wallSentenceTr("Last minute: %1 %2 fail, limit %3.")
                .arg(name, shareText(incident.failures, incident.trials),
                     percentTick(100 * incident.limit, 1));
        return wallSentenceTr("%1 fails.").arg(name);
    case ingest::IncidentKind::category:
        return wallSentenceTr("%1 is new and frequent.").arg(name);
    case ingest::IncidentKind::source:
        break;
    }
    return wallSentenceTr("%1 has gone.").arg(name);
}

} // namespace

QString wallSentence(const WallPicture &picture, const WallFigure *worst,
                     const ingest::Snapshot &snapshot, std::int64_t heldSeconds)
{
    switch (picture.word) {
    case WallWord::stale:
        return picture.stale ? wallSentenceTr("Do not act on the numbers below.")
                             : wallSentenceTr("Do not act on the hollow numbers.");
    case WallWord::noData:
        return snapshot.freshness.state == ingest::FreshnessState::waiting
                   ? wallSentenceTr("Waiting for the first event.")
                   : wallSentenceTr("Too few events to judge, last %1.")
                         .arg(windowText(snapshot.window));
    case WallWord::healthy:
        // The word waits for two minutes; the sentence does not.
        return worst != nullptr && worst->status != Status::normal
                   ? wallSentenceTr("Not yet for 2 min. %1").arg(whyBad(*worst, snapshot))
                   : whyHealthy(picture, heldSeconds);
    case WallWord::degraded:
    case WallWord::critical:
        break;
    }
    if (worst != nullptr && worst->status != Status::normal)
        return whyBad(*worst, snapshot);
    const ingest::Incident *incident = worstIncident(snapshot);
    return incident != nullptr ? whatFails(*incident)
                               : wallSentenceTr("The figures are back, not yet for 2 min.");
}

} // namespace models
