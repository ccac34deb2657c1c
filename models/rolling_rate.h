// SPDX-License-Identifier: GPL-3.0-or-later
// Counts per chart step as a rate per minute over a short rolling span, calm enough to be read.
// Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"

#include <vector>

namespace models {

// The span that rates of a window roll over: 5 s, 15 s, 30 s, 1 min, 5 min, 1 h, 4 h.
[[nodiscard]] ingest::Seconds rollingSpanOf(ingest::Window window);

// Point i is the number of events in the rolling span that ends with it, per minute of the part of
// that span which was observed. NaN where nothing of it was.
[[nodiscard]] std::vector<double> rollingPerMinute(const ingest::Series<double> &counts,
                                                   ingest::Seconds rolling, double observedFromMs,
                                                   double asOfMs);

// Counts as doubles, for the above.
[[nodiscard]] ingest::Series<double> asDoubles(const ingest::Series<std::uint64_t> &counts);

} // namespace models
