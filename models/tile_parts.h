// SPDX-License-Identifier: GPL-3.0-or-later
// What tiles are made of: used by those that make them alone.
#pragma once

#include "models/tiles.h"

#include <cstdint>
#include <limits>

namespace models::tile {

// Of fewer a figure is drawn grey and says so.
inline constexpr std::uint64_t kFewTrials = 100;
// A point of a course where nothing is known.
inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// One that waits for its first event. Titles are marked with QT_TRANSLATE_NOOP("Tiles", ...).
[[nodiscard]] Tile named(const char *key, const char *title, const char *shortTitle);

// The figure, as text ("9.7 k": what stands large, a narrow space, what stands small) and with
// every digit in `unit`.
void put(Tile &tile, const QString &text, double exact, const QString &unit);

void judge(Tile &tile, Status status, const QString &word);

// Trusted, but there is no limit to hold it against; what is usual may judge it, see tile_deltas.h.
void leaveUnjudged(Tile &tile);

} // namespace models::tile
