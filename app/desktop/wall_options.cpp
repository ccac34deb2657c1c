// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/wall_options.h"

#include "models/viewing_distance.h"

#include <QCommandLineParser>

namespace app {

namespace {

const QString kWall = QStringLiteral("wall");
const QString kScreen = QStringLiteral("screen");
const QString kDistance = QStringLiteral("distance");
const QString kScenes = QStringLiteral("scenes");

} // namespace

void addWallOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {kWall, QStringLiteral("Fill the screen with the wall, to be read from a distance.")},
        {kScreen, QStringLiteral("With --wall: which screen, from 1; repeated: one wall on each."),
         QStringLiteral("number")},
        {kDistance,
         QStringLiteral("With --wall: how far away people stand, such as 5m; says at start "
                        "whether the screen is large enough."),
         QStringLiteral("distance")},
        {kScenes,
         QStringLiteral("With --wall: which charts take turns, for how many seconds, such as "
                        "conversion=40,success,revenue,latency=15."),
         QStringLiteral("list")},
    });
}

QString readWallOptions(const QCommandLineParser &parser, WallOptions &options)
{
    options.asked = parser.isSet(kWall);
    for (const QString &text : parser.values(kScreen)) {
        bool number = false;
        const int screen = text.toInt(&number);
        if (!number || screen < 1)
            return QStringLiteral("found --screen %1, expected a number from 1").arg(text);
        options.screens.push_back(screen);
    }
    if (parser.isSet(kDistance)) {
        const QString text = parser.value(kDistance);
        const std::optional<double> distance = models::distanceFrom(text);
        if (!distance)
            return QStringLiteral("found --distance %1, expected a distance such as 5m").arg(text);
        options.distanceMm = *distance;
    }
    if (parser.isSet(kScenes)) {
        const QString text = parser.value(kScenes);
        const auto scenes = models::scenesFrom(text);
        if (!scenes)
            return QStringLiteral("found --scenes %1, expected conversion, success, revenue or "
                                  "latency, each perhaps with =seconds, between commas")
                .arg(text);
        options.scenes = *scenes;
    }
    return {};
}

} // namespace app
