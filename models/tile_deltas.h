// SPDX-License-Identifier: GPL-3.0-or-later
// How far each figure is from its baseline, as text. The arrow stands only where the difference is
// outside usual. Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/baseline.h"
#include "models/tiles.h"

#include <vector>

namespace models {

// The figure a tile of this key shows, as a number: a share, an amount or a count per minute,
// milliseconds, journeys. Empty where it shows none.
[[nodiscard]] std::optional<double> tileFigure(const ingest::Snapshot &snapshot,
                                               const QString &key);

// "0.18 pp" of a difference of shares; "0.0" where nothing is to be seen of it.
[[nodiscard]] QString pointsText(double difference);
// The same with U+2212 or a plus before it.
[[nodiscard]] QString signedText(double difference, const QString &magnitude);

[[nodiscard]] TileDelta deltaOf(const ingest::Snapshot &snapshot, const Tile &tile,
                                Baseline baseline);
// tilesOf() with the delta of each; what no limit judges is judged by what is usual, where that is
// known. Without a baseline against the best there is.
[[nodiscard]] std::vector<Tile> comparedTiles(const ingest::Snapshot &snapshot, Baseline baseline);
[[nodiscard]] std::vector<Tile> comparedTiles(const ingest::Snapshot &snapshot);

} // namespace models
