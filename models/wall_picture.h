// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a wall shows at one instant, in words and figures: painting decides nothing. Plain
// values; any thread.
#pragma once

#include "models/burn_in.h"
#include "models/wall_band.h"
#include "models/wall_chart.h"
#include "models/wall_figures.h"
#include "models/wall_status.h"

#include <array>
#include <optional>

namespace models {

struct WallPicture
{
    WallWord word = WallWord::noData;
    QString wordText;
    QString sentence; // why
    QString clock;    // "14:32"; while everything is stale the age of the data, "4:12"
    QString clockNote;
    std::optional<WallBand> band;
    bool bandOutlined = false;
    bool stale = false; // everything
    std::array<WallFigure, 4> figures;
    WallChart chart;
    Status freshness = Status::unknown;
    QString freshText; // "Data live, 0.2 s old"
    QString factsText; // "13 of 14 sources, lost 0.02 %"
    std::size_t scene = 0;
    std::size_t scenes = 1;
    double sceneShare = 0; // of its time
    QString rotation;      // "next Reliability, 18 s"
    bool rotationHeld = false;
    BurnInShift shift;
};

} // namespace models
