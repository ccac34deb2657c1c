// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause_text.h"

#include "ingest/evidence/incident_cause.h"
#include "models/axis_text.h"
#include "models/clock_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace models {

namespace {

using ingest::evidence::Difference;
using ingest::evidence::IncidentCause;

constexpr ingest::Seconds kSoonAfter = std::chrono::minutes{15};

QString causeTextTr(const char *text)
{
    return QCoreApplication::translate("CauseText", text);
}

const IncidentCause *causeOf(const ingest::Snapshot &snapshot, const ingest::Incident &incident)
{
    const bool known =
        snapshot.cause && snapshot.cause->isOf(incident) && snapshot.cause->difference;
    return known ? snapshot.cause.get() : nullptr;
}

QString traitsText(const Difference &difference)
{
    QStringList traits;
    for (const auto &[attribute, value] : difference.traits)
        traits << QString::fromStdString(attribute) + QLatin1Char(' ') +
                      QString::fromStdString(value);
    return traits.join(causeTextTr(" and "));
}

QString factorText(double factor)
{
    return QString::number(factor, 'f', factor < 10 ? 1 : 0) + QChar(0xd7);
}

QString changeName(const ingest::Marker &marker)
{
    using ingest::config::MarkerKind;
    const QString title = QString::fromStdString(marker.title);
    switch (marker.kind) {
    case MarkerKind::deploy:
        return causeTextTr("deploy %1").arg(title);
    case MarkerKind::campaign:
        return causeTextTr("campaign %1").arg(title);
    case MarkerKind::chaos:
        return causeTextTr("chaos test %1").arg(title);
    case MarkerKind::launch:
        return causeTextTr("launch %1").arg(title);
    case MarkerKind::note:
        break;
    }
    return title;
}

} // namespace

QString causeSentence(const ingest::Snapshot &snapshot, const ingest::Incident &incident)
{
    const IncidentCause *cause = causeOf(snapshot, incident);
    if (cause == nullptr)
        return {};
    const Difference &difference = *cause->difference;
    return causeTextTr("%1 of the failing have %2, %3 of all: %4 over-represented.")
        .arg(shareText(difference.now.failing, cause->tried.failing), traitsText(difference),
             shareText(difference.now.attempts, cause->tried.attempts),
             factorText(difference.factor));
}

QString causeBrief(const ingest::Snapshot &snapshot, const ingest::Incident &incident)
{
    const IncidentCause *cause = causeOf(snapshot, incident);
    return cause == nullptr
               ? QString()
               : causeTextTr("%1 over-represented: %2.")
                     .arg(factorText(cause->difference->factor), traitsText(*cause->difference));
}

QString causeBriefest(const ingest::Snapshot &snapshot, const ingest::Incident &incident)
{
    const IncidentCause *cause = causeOf(snapshot, incident);
    return cause == nullptr ? QString()
                            : QStringLiteral("%1: %2.").arg(factorText(cause->difference->factor),
                                                            traitsText(*cause->difference));
}

QString changeSentence(const ingest::Snapshot &snapshot, const ingest::Incident &incident)
{
    const ingest::Marker *last = nullptr;
    for (const ingest::Marker &marker : snapshot.markers)
        if (marker.at <= incident.since && marker.at > incident.since - kSoonAfter)
            last = &marker;
    if (last == nullptr || incident.kind == ingest::IncidentKind::source)
        return {};
    const ingest::Seconds after = incident.since - last->at;
    return causeTextTr("It began %1 after %2.")
        .arg(spanText(static_cast<double>(after.count())), changeName(*last));
}

} // namespace models
