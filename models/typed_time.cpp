// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_time.h"

#include <QDateTime>

#include <cmath>

namespace models {

namespace {

std::optional<QTime> typedClock(const QString &text)
{
    for (const auto &form : {QStringLiteral("H:mm:ss"), QStringLiteral("H:mm")})
        if (const QTime time = QTime::fromString(text, form); time.isValid())
            return time;
    return std::nullopt;
}

double msOf(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    return double(QDateTime(date, time, zone).toMSecsSinceEpoch());
}

double onTheNearestDay(const QTime &time, double nearMs, double fromMs, double toMs,
                       const QTimeZone &zone)
{
    const QDate day =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(nearMs)), zone).date();
    for (const int days : {0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7}) {
        const double ms = msOf(day.addDays(days), time, zone);
        if (ms >= fromMs && ms <= toMs)
            return ms;
    }
    return msOf(day, time, zone);
}

} // namespace

std::optional<double> typedTime(const QString &text, double nearMs, double fromMs, double toMs,
                                const QTimeZone &zone)
{
    const QString trimmed = text.trimmed();
    if (const auto clock = typedClock(trimmed))
        return onTheNearestDay(*clock, nearMs, fromMs, toMs, zone);
    QString iso = trimmed;
    iso.replace(QLatin1Char(' '), QLatin1Char('T'));
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime) // no zone was typed
        time = QDateTime(time.date(), time.time(), zone);
    return double(time.toMSecsSinceEpoch());
}

} // namespace models
