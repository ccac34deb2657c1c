// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident_card.h"

#include "models/axis_text.h"
#include "models/cause_text.h"
#include "models/cost_text.h"
#include "models/incident_rank.h"
#include "models/time_axis.h"

#include <QCoreApplication>

namespace models {

namespace {

QString incidentCardTr(const char *text)
{
    return QCoreApplication::translate("IncidentCard", text);
}

QString countedOf(const ingest::Incident &incident, std::size_t gone)
{
    switch (incident.kind) {
    case ingest::IncidentKind::ratio:
        return incidentCardTr("%1 of %2 attempts failed in the last minute; the limit is %3.")
            .arg(wholeCount(incident.failures), wholeCount(incident.trials),
                 percentTick(100 * incident.limit, 1));
    case ingest::IncidentKind::category:
        return incidentCardTr("%1 failures in the last minute, of a kind not seen before.")
            .arg(wholeCount(incident.failures));
    case ingest::IncidentKind::source:
        break;
    }
    return gone > 1 ? incidentCardTr("Nothing is heard of them. Figures that need them are hollow.")
                    : incidentCardTr("Nothing is heard of it. Figures that need it are hollow.");
}

// Of some journey; until then none of them has had the time that completing takes.
bool isKnown(const ingest::Cost &cost)
{
    return cost.completed + cost.lost > 0;
}

QString outcomeOf(const ingest::Cost &cost)
{
    if (!isKnown(cost))
        return {};
    const QString decided =
        incidentCardTr("Of the journeys that met it %1 completed all the same, %2 did not.")
            .arg(wholeCount(cost.completed), wholeCount(cost.lost));
    return cost.atRisk == 0
               ? decided
               : decided + QLatin1Char(' ') +
                     incidentCardTr("%1 have had no time to yet.").arg(wholeCount(cost.atRisk));
}

// A share once most have had their time, and enough: those that complete do so sooner than others
// can be called lost.
IncidentCard::Figure completedOf(const ingest::Cost &cost)
{
    constexpr std::uint64_t kEnough = 100;
    const std::uint64_t decided = cost.completed + cost.lost;
    if (decided < kEnough || cost.atRisk > decided)
        return {incidentCardTr("completed so far"), wholeCount(cost.completed)};
    return {incidentCardTr("completed all the same"), shareText(cost.completed, decided)};
}

std::vector<IncidentCard::Figure> figuresOf(const ingest::Incident &incident)
{
    std::vector<IncidentCard::Figure> figures;
    if (incident.kind == ingest::IncidentKind::source)
        return figures;
    const CostText cost = costText(incident.cost);
    figures.push_back({cost.note, cost.amount});
    figures.push_back({incidentCardTr("journeys affected"), wholeCount(incident.journeys)});
    if (isKnown(incident.cost))
        figures.push_back(completedOf(incident.cost));
    return figures;
}

// All there is to say; less and less of it.
std::vector<QString> sentencesOf(const QString &counted, const QString &who, const QString &change,
                                 const QString &outcome)
{
    const auto joined = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(QLatin1Char(' '));
    };
    std::vector<QString> sentences;
    for (const QStringList &parts :
         {QStringList{counted, who, change, outcome}, QStringList{counted, who, change},
          QStringList{who, change}, QStringList{who}, QStringList{counted}})
        if (const QString text = joined(parts); !text.isEmpty())
            if (sentences.empty() || text != sentences.back())
                sentences.push_back(text);
    return sentences;
}

} // namespace

std::optional<IncidentCard> incidentCard(const ingest::Snapshot &snapshot)
{
    const ingest::Incident *worst = worstIncident(snapshot);
    if (worst == nullptr)
        return std::nullopt;
    const WallBand band = incidentBand(snapshot, *worst, toMs(snapshot.engineTime));
    const auto sentences =
        sentencesOf(countedOf(*worst, sourcesGone(snapshot)), causeSentence(snapshot, *worst),
                    changeSentence(snapshot, *worst), outcomeOf(worst->cost));
    return IncidentCard{*worst,     band.status,    band.headline, band.detail,
                        band.first, band.firstNote, sentences,     figuresOf(*worst)};
}

} // namespace models
