// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/event_row.h"

#include "ingest/metrics/category_table.h"
#include "ingest/wire/currency.h"
#include "ingest/wire/event.h"
#include "models/time_axis.h"

#include <QDateTime>

#include <cmath>

namespace models {

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString amountOf(const ingest::wire::Money &money)
{
    const int decimals = ingest::wire::exponentOf(money.currency);
    const QString number =
        QString::number(static_cast<double>(money.minor) / std::pow(10, decimals), 'f', decimals);
    if (money.currency == ingest::wire::CurrencyCode{})
        return number;
    return money.currency.view() == "EUR"
               ? QStringLiteral("€") + number
               : number + QLatin1Char(' ') + textOf(money.currency.view());
}

} // namespace

EventRow rowOf(const ingest::evidence::KeptEvent &kept, ingest::evidence::EventReader &reader)
{
    const ingest::wire::Event &event = reader.read(kept);
    EventRow row;
    row.number = kept.record.number;
    row.ms = toMs(kept.record.time);
    row.time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(row.ms))
                   .toString(QStringLiteral("HH:mm:ss.zzz"));
    row.type = textOf(event.type);
    row.source = textOf(event.source);
    row.journey = textOf(event.journey);
    row.journeyKey = kept.record.journey;
    row.failing = kept.record.category != ingest::evidence::kNoCategory;
    if (event.failure)
        row.reason = QString::fromStdString(ingest::metrics::categoryNameOf(event));
    if (event.money)
        row.amount = amountOf(*event.money);
    for (const ingest::wire::Attribute &attribute : event.attributes)
        if (attribute.kind != ingest::wire::ValueKind::null)
            row.attributes.emplace_back(textOf(attribute.name), textOf(attribute.text));
    row.text = textOf(event.text);
    return row;
}

QString attributeText(const EventRow &row)
{
    QString text = row.reason.isEmpty() ? QString() : QStringLiteral("reason=") + row.reason;
    for (const auto &[name, value] : row.attributes)
        text +=
            (text.isEmpty() ? QString() : QStringLiteral("  ")) + name + QLatin1Char('=') + value;
    return text;
}

} // namespace models
