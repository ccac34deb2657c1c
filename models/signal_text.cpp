// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/signal_text.h"

#include "models/clock_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace models {

namespace {

using ingest::config::SignalKind;
using ingest::config::StepOrder;

QString signalTextTr(const char *text)
{
    return QCoreApplication::translate("SignalText", text);
}

QString funnelText(const ingest::config::SignalConfiguration &signal)
{
    const QString steps = filtersText(signal.steps, QStringLiteral(" → "));
    const QString within = spanText(static_cast<double>(signal.within.count()));
    switch (signal.order) {
    case StepOrder::strict:
        return signalTextTr("journeys that go %1 within %2, with nothing in between")
            .arg(steps, within);
    case StepOrder::unordered:
        return signalTextTr("journeys that have all of %1 within %2, in any order")
            .arg(steps, within);
    case StepOrder::ordered:
        break;
    }
    return signalTextTr("journeys that go %1 within %2; other events may lie between")
        .arg(steps, within);
}

} // namespace

QString filtersText(const std::vector<ingest::config::EventFilter> &filters, const QString &between)
{
    QStringList texts;
    for (const ingest::config::EventFilter &filter : filters) {
        QString text = QString::fromStdString(filter.pattern);
        QStringList where;
        for (const auto &[attribute, value] : filter.where)
            where.append(QString::fromStdString(attribute + "=" + value));
        if (!where.isEmpty())
            text += QStringLiteral(" (%1)").arg(where.join(QStringLiteral(", ")));
        texts.append(text);
    }
    return texts.isEmpty() ? signalTextTr("every event") : texts.join(between);
}

QString definitionOf(const ingest::config::SignalConfiguration &signal)
{
    const QString comma = QStringLiteral(", ");
    const QString events = filtersText(signal.events, comma);
    const QString field = QString::fromStdString(signal.field);
    switch (signal.kind) {
    case SignalKind::rate:
        return signalTextTr("events of %1").arg(events);
    case SignalKind::ratio:
        return signalTextTr("%1, as a share of these and %2")
            .arg(filtersText(signal.good, comma), filtersText(signal.bad, comma));
    case SignalKind::funnel:
        return funnelText(signal);
    case SignalKind::latency:
        return signalTextTr("%1 of %2").arg(field, events);
    case SignalKind::sum:
        return field.isEmpty() ? signalTextTr("the sum of the amounts of %1").arg(events)
                               : signalTextTr("the sum of %1 of %2").arg(field, events);
    case SignalKind::uniques:
        return signalTextTr("different journeys with %1").arg(events);
    }
    return {};
}

} // namespace models
