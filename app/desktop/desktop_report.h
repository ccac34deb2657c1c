// SPDX-License-Identifier: GPL-3.0-or-later
// What the window showed, as JSON: the report of its snapshot with the text of every tile. Any
// thread.
#pragma once

#include "models/tiles.h"

#include <string>
#include <vector>

namespace ingest {
struct Snapshot;
}

namespace app {

[[nodiscard]] std::string desktopReport(const ingest::Snapshot &snapshot,
                                        const std::vector<models::Tile> &tiles);

} // namespace app
