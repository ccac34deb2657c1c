// SPDX-License-Identifier: GPL-3.0-or-later
// The six tiles, each of the signal of its role. Without that signal, or before its first event, a
// tile says what it waits for.
#pragma once

#include "models/tiles.h"

#include <string>

namespace models::tile {

// Of the journeys that had their time; before there are any, what is expected of them.
[[nodiscard]] Tile conversion(const ingest::Snapshot &snapshot, const std::string &role);
// Judged by the limit that makes incidents.
[[nodiscard]] Tile success(const ingest::Snapshot &snapshot, const std::string &role);
// In the currency of most of it.
[[nodiscard]] Tile revenue(const ingest::Snapshot &snapshot, const std::string &role);
// Of all failed attempts, where no signal has the role. High while an incident of customers is
// open.
[[nodiscard]] Tile failures(const ingest::Snapshot &snapshot, const std::string &role);
// The 75th percentile, judged by the signal's thresholds.
[[nodiscard]] Tile latency(const ingest::Snapshot &snapshot, const std::string &role);
[[nodiscard]] Tile active(const ingest::Snapshot &snapshot, const std::string &role);

} // namespace models::tile
