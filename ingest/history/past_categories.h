// SPDX-License-Identifier: GPL-3.0-or-later
// The categories of failures of other runs, added to those of this one. Pure.
#pragma once

#include "ingest/history/sums.h"
#include "ingest/snapshot_signals.h"

#include <functional>
#include <string_view>
#include <vector>

namespace ingest::history {

// `sums` is everything of the window, this run included; `seriesOf(attrs)` the points of the other
// runs. Categories this run has not met get an ordinal beyond any it can give.
void addPastCategories(
    const Sums &sums, std::vector<CategorySnapshot> &categories,
    const std::function<Series<std::uint64_t>(std::string_view attrs)> &seriesOf);

} // namespace ingest::history
