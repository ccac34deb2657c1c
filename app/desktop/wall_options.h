// SPDX-License-Identifier: GPL-3.0-or-later
// What the walls were asked for on the command line. Plain values.
#pragma once

#include "models/wall_rotation.h"

#include <QString>

#include <vector>

class QCommandLineParser;

namespace app {

struct WallOptions
{
    bool asked = false;
    std::vector<int> screens; // from 1; empty: the one where the window would be
    double distanceMm = 0;    // 0: nobody said
    std::vector<models::TimedScene> scenes = models::defaultScenes();
};

void addWallOptions(QCommandLineParser &parser);

// What is wrong with them; empty where nothing is.
[[nodiscard]] QString readWallOptions(const QCommandLineParser &parser, WallOptions &options);

} // namespace app
