// SPDX-License-Identifier: GPL-3.0-or-later
// The uncertainty of a proportion. Pure functions.
#pragma once

#include "ingest/snapshot_signals.h"

#include <cstdint>

namespace ingest::metrics {

// Wilson's score interval at 95 % (z = 1.959964) for `good` out of `trials`; [0, 1] without trials.
// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
// JASA 22 (1927), 209-212. Requires good <= trials.
[[nodiscard]] Interval wilson95(std::uint64_t good, std::uint64_t trials);

// What the ratio could be at most and at least, if each of `lost` missing events were a bad or a
// good trial; [0, 1] where nothing is known at all.
[[nodiscard]] Interval completeness(std::uint64_t good, std::uint64_t bad, std::uint64_t lost);

} // namespace ingest::metrics
