// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clock_text.h"

#include "models/signs.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

QString hoursText(qint64 seconds)
{
    if (seconds >= 2 * 86'400)
        return QString::number(seconds / 86'400) + kNarrow + QLatin1Char('d');
    return QStringLiteral("%1%3h %2%3min").arg(seconds / 3600).arg(seconds / 60 % 60).arg(kNarrow);
}

} // namespace

QString clockText(double ms)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(ms))
        .toString(QStringLiteral("HH:mm"));
}

QString clockTextSeconds(double ms)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(ms))
        .toString(QStringLiteral("HH:mm:ss"));
}

QString ageText(double seconds)
{
    const auto whole = static_cast<qint64>(std::max(0.0, seconds));
    if (whole >= 3600)
        return hoursText(whole);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString spanText(double seconds)
{
    if (seconds < 9.95)
        return QString::number(std::max(0.0, seconds), 'f', 1) + kNarrow + QLatin1Char('s');
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return QString::number(whole) + kNarrow + QLatin1Char('s');
    if (whole < 3600)
        return QString::number(whole / 60) + kNarrow + QStringLiteral("min");
    return hoursText(whole);
}

QString wholeSpanText(std::chrono::seconds span)
{
    if (span >= std::chrono::hours{1} && span.count() % 3600 == 0)
        return QString::number(span.count() / 3600) + kNarrow + QLatin1Char('h');
    return span >= std::chrono::minutes{1} && span.count() % 60 == 0
               ? QString::number(span.count() / 60) + kNarrow + QStringLiteral("min")
               : QString::number(span.count()) + kNarrow + QLatin1Char('s');
}

} // namespace models
