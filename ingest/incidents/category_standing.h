// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a category of failures is new, back, growing or known. Pure functions.
#pragma once

#include "ingest/metrics/away_spans.h"
#include "ingest/metrics/category_table.h"
#include "ingest/snapshot_signals.h"
#include "ingest/time.h"

#include <cstdint>
#include <optional>

namespace ingest::incidents {

// For so long a category that was never seen before is new, and one that returned has regressed.
inline constexpr Nanoseconds kFreshFor = std::chrono::hours{1};

// For an hour after it was first seen; what was there in the first minute of all is not new.
[[nodiscard]] bool isFresh(const metrics::CategoryTable::Category &category, Timestamp asOf,
                           Timestamp startedAt);

struct Standing
{
    CategoryState state = CategoryState::known;
    // The rate of the last five minutes over that of the rest of the hour; empty where that rest is
    // shorter than five minutes or had none.
    std::optional<double> growth;
};

// Its events in the last five minutes and in the last hour, and how much of each was observed.
struct Recently
{
    std::uint64_t lately = 0;
    std::uint64_t hour = 0;
    Nanoseconds observedLately{0};
    Nanoseconds observedRest{0}; // of the hour
};

// How much was observed, with nothing counted yet.
[[nodiscard]] Recently observedRecently(Timestamp asOf, Timestamp startedAt,
                                        const metrics::AwaySpans &away);

// Escalating: at least twice as often and ten events, and more than four standard deviations above
// what the rest of the hour lets expect (Poisson).
[[nodiscard]] Standing standingOf(const metrics::CategoryTable::Category &category,
                                  const Recently &recently, Timestamp asOf, Timestamp startedAt);

} // namespace ingest::incidents
