// SPDX-License-Identifier: GPL-3.0-or-later
// What the window showed, as JSON: the report of its snapshot with the text of every tile, the
// incidents, and what stood on the page. Any thread.
#pragma once

#include "models/tiles.h"

#include <QJsonObject>

#include <string>
#include <vector>

namespace ingest {
struct Snapshot;
}

namespace app {

struct ShownPage
{
    QString key; // "triage"; empty while a wall stands for the window
    QJsonObject shown;
};

[[nodiscard]] std::string desktopReport(const ingest::Snapshot &snapshot,
                                        const std::vector<models::Tile> &tiles,
                                        const ShownPage &page);

} // namespace app
