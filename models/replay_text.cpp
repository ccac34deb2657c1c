// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/replay_text.h"

#include "models/axis_text.h"
#include "models/signs.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace models {

namespace {

QString replayTr(const char *text)
{
    return QCoreApplication::translate("Replay", text);
}

} // namespace

QString momentText(double ms, const QTimeZone &zone)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(ms)), zone);
    return QLocale(QLocale::English).toString(time, QStringLiteral("ddd d MMM HH:mm:ss"));
}

QString speedText(double speed)
{
    return QStringLiteral("×") + QString::number(speed, 'g', 3);
}

QString exactSpanText(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(std::max(0.0, seconds)));
    if (whole >= 48 * 3600)
        return QStringLiteral("%1%3d %2%3h")
            .arg(whole / 86'400)
            .arg(whole / 3600 % 24)
            .arg(kNarrow);
    if (whole >= 3600)
        return QStringLiteral("%1%3h %2%3min").arg(whole / 3600).arg(whole / 60 % 60).arg(kNarrow);
    if (whole >= 60)
        return QStringLiteral("%1%3min %2%3s").arg(whole / 60).arg(whole % 60).arg(kNarrow);
    return QStringLiteral("%1%2s").arg(whole).arg(kNarrow);
}

QString distanceText(double seconds, bool live)
{
    if (seconds < 0.5)
        return live ? replayTr("at live") : replayTr("at the end");
    return (live ? replayTr("%1 behind live") : replayTr("%1 before the end"))
        .arg(exactSpanText(seconds));
}

QString catchUpText(double seconds, double speed)
{
    if (speed <= 1 || seconds < 0.5)
        return {};
    return replayTr("catches up in %1").arg(exactSpanText(seconds / (speed - 1)));
}

Honesty replayHonesty(Honesty then, const QString &clock, std::optional<double> liveRate)
{
    const QString known = replayTr("everything is as it was known at %1").arg(clock);
    QStringList detail{known};
    if (then.status != Status::normal && !then.headline.isEmpty())
        detail.append(then.headline);
    if (!then.detail.isEmpty())
        detail.append(then.detail);
    then.headline = replayTr("Replaying a recording");
    then.detail = detail.join(QStringLiteral(" · "));
    if (liveRate)
        then.facts.push_back(
            {replayTr("Live ingest"), replayTr("goes on, %1/s").arg(shortCount(*liveRate)), false});
    return then;
}

} // namespace models
