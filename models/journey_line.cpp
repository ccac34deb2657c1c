// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journey_line.h"

#include "models/clock_text.h"
#include "models/journey_gap.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace models {

namespace {

QString journeyLineTr(const char *text, int n = -1)
{
    return QCoreApplication::translate("models::JourneyLine", text, nullptr, n);
}

// Where publishers put it: beside the data, or among the attributes. Of a traceparent (W3C Trace
// Context: version-trace-parent-flags) the second part.
QString traceIdOf(const EventRow &event)
{
    const QJsonObject json = QJsonDocument::fromJson(event.text.toUtf8()).object();
    QString value = json[QStringLiteral("traceparent")].toString();
    if (value.isEmpty())
        value = json[QStringLiteral("trace_id")].toString();
    for (const auto &[name, attribute] : event.attributes)
        if (name == QStringLiteral("traceparent") || name == QStringLiteral("trace_id"))
            value = attribute;
    const QStringList parts = value.split(QLatin1Char('-'));
    return parts.size() == 4 && parts[1].size() == 32 ? parts[1] : value;
}

QString shortType(const QString &type)
{
    const qsizetype dot = type.indexOf(QLatin1Char('.'));
    return dot < 0 ? type : type.mid(dot + 1);
}

} // namespace

int JourneyLine::rowOf(const QString &service)
{
    auto found = std::ranges::find(services, service);
    if (found == services.end())
        found = services.insert(services.end(), service);
    return static_cast<int>(found - services.begin());
}

JourneyLine journeyLine(const ingest::Snapshot &snapshot, const std::vector<EventRow> &events)
{
    JourneyLine line;
    if (events.empty())
        return line;
    line.journey = events.front().journey;
    line.key = events.front().journeyKey;
    line.startMs = events.front().ms;
    const double lasted = (events.back().ms - line.startMs) / 1000;
    line.seconds = std::max(1.0, lasted); // the axis
    int failing = 0;
    QString worth; // by the latest event that names an amount
    for (const EventRow &event : events) {
        line.dots.push_back({(event.ms - line.startMs) / 1000, line.rowOf(event.source),
                             event.failing ? event.type : shortType(event.type), event.failing,
                             event.number, event.type, event.amount, attributeText(event),
                             event.text});
        failing += event.failing ? 1 : 0;
        if (!event.amount.isEmpty())
            worth = event.amount;
        if (line.traceId.isEmpty())
            line.traceId = traceIdOf(event);
    }
    line.summary = journeyLineTr("%n events", static_cast<int>(events.size())) +
                   QStringLiteral(", ") +
                   journeyLineTr("%n services", static_cast<int>(line.services.size())) +
                   QStringLiteral(", ") + spanText(lasted) + QStringLiteral(", ") +
                   journeyLineTr("%n failures", failing);
    if (!worth.isEmpty())
        line.summary += QStringLiteral(", ") + worth;
    addMissing(snapshot, events, line);
    line.note = gapNote(snapshot, line); // of the gap's time, too
    return line;
}

} // namespace models
