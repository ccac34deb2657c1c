// SPDX-License-Identifier: GPL-3.0-or-later
// The whole state of one signal in one span of event time, as history keeps it: only what adds up,
// never an average or a percentile. Plain data; made by the ingest thread, kept by the store's.
#pragma once

#include "ingest/note.h"
#include "ingest/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ingest {

// A latency's histogram slot (metrics/exponential_buckets.h; 4095: zero) and how many values it
// holds.
using SlotCount = std::pair<std::uint16_t, std::uint64_t>;

struct Rollup
{
    std::string signal;
    std::string slot;  // of a sum: the currency; of a funnel: the step, or "cohort"; else empty
    std::string attrs; // of a breakdown: attrsOf(); empty: the signal as a whole
    Second from{};     // events with time in (from, from + resolution]
    Seconds resolution{60};
    std::uint64_t n = 0;               // events, trials; of a funnel: journeys
    std::uint64_t bad = 0;             // of a ratio: bad trials; of a cohort: not converted
    std::int64_t sumMinor = 0;         // of a sum, in minor units
    std::vector<SlotCount> histogram;  // of a latency, by ascending slot
    std::vector<std::uint8_t> uniques; // HyperLogLog registers: all 4,096, or none

    bool operator==(const Rollup &) const = default;
};

// Beside the configured signals: every failing event, by category in `attrs`; and, as `n`, how many
// seconds of the span were observed. A span without such a row was not observed at all.
inline constexpr std::string_view kFailuresName = "bellwether.failures";
inline constexpr std::string_view kObservedName = "bellwether.observed";
// The slot of a funnel's cohort: journeys by their first entry.
inline constexpr std::string_view kCohortSlot = "cohort";

// How long the spans of rows are. Of uniques, which know no single second, the finest have ten.
inline constexpr Seconds kSecondLong{1};
inline constexpr Seconds kTenSeconds{10};
inline constexpr Seconds kMinuteLong{60};
inline constexpr Seconds kHourLong{3600};

// As JSON: {"country":"DE"}.
[[nodiscard]] std::string attrsOf(std::string_view attribute, std::string_view value);
// Everything that adds up of `from`, into `into`.
void addTo(Rollup &into, const Rollup &from);

// What one run of the engine had counted. A later revision of the same part replaces an earlier
// one; rows of different parts add up.
struct RollupBatch
{
    std::string part;
    std::int64_t revision = 0;
    std::vector<Rollup> rollups;
    // Spans of which `rollups` holds everything: what else is kept of them and the part goes.
    std::vector<std::pair<Second, Seconds>> whole;
    std::vector<Note> notes{};
};

} // namespace ingest
