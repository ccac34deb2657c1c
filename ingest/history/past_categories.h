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
// runs. Categories this run has not met get an ordinal beyond any it can give. Whose journeys met
// what other runs counted is not known: there are 0, not exact, and costs are lower bounds.
void addPastCategories(
    const Sums &sums, std::vector<CategorySnapshot> &categories,
    const std::function<Series<std::uint64_t>(std::string_view attrs)> &seriesOf);

// What this run knows of those it has met (`known`), their ordinal above all, beside counts and
// series of everything; the costs, which are this run's alone, as lower bounds.
void recognise(std::vector<CategorySnapshot> &categories,
               const std::vector<CategorySnapshot> &known);

} // namespace ingest::history
