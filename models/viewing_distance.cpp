// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewing_distance.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

namespace models {

namespace {

constexpr double kArcMinutesPerRadian = 180 * 60 / std::numbers::pi;
constexpr double kNearestMm = 300;
constexpr double kFarthestMm = 100'000;

QString viewingDistanceTr(const char *text)
{
    return QCoreApplication::translate("ViewingDistance", text);
}

QString metres(double mm)
{
    return QString::number(mm / 1000, 'f', 1) + QChar(0x202f) + QLatin1Char('m');
}

} // namespace

double arcMinutes(double fontPx, double pixelMm, double distanceMm)
{
    const double heightMm = fontPx * kCapHeightOfFont * pixelMm;
    return 2 * std::atan(heightMm / (2 * distanceMm)) * kArcMinutesPerRadian;
}

std::optional<double> distanceFrom(const QString &text)
{
    QString digits = text.trimmed();
    double unitMm = 0;
    if (digits.endsWith(QLatin1String("cm"))) {
        unitMm = 10;
        digits.chop(2);
    } else if (digits.endsWith(QLatin1Char('m')) && !digits.endsWith(QLatin1String("mm"))) {
        unitMm = 1000;
        digits.chop(1);
    }
    bool number = false;
    const double mm = digits.trimmed().toDouble(&number) * unitMm;
    if (!number || !(mm >= kNearestMm && mm <= kFarthestMm))
        return {};
    return mm;
}

QString tooSmall(double fontPx, double pixelMm, double distanceMm)
{
    if (pixelMm <= 0)
        return viewingDistanceTr(
                   "The screen does not tell its size: nobody knows whether %1 is too far.")
            .arg(metres(distanceMm));
    const double angle = arcMinutes(fontPx, pixelMm, distanceMm);
    if (angle >= kReadableArcMinutes)
        return {};
    const double heightMm =
        2 * distanceMm * std::tan(kReadableArcMinutes / kArcMinutesPerRadian / 2);
    const double needed = heightMm / (fontPx * kCapHeightOfFont * pixelMm);
    return viewingDistanceTr("Too small for %1: %2\u2032 of the 20\u2032 needed. Stand within %3 "
                             "or take a screen "
                             "%4\u00d7 as large.")
        .arg(metres(distanceMm), QString::number(angle, 'f', 0), metres(distanceMm / needed),
             QString::number(needed, 'f', 1));
}

} // namespace models
