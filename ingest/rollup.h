// SPDX-License-Identifier: GPL-3.0-or-later
// The whole state of one signal in one span of event time, as history keeps it: only what adds up,
// never an average or a percentile. Plain data; made by the ingest thread, kept by the store's.
#pragma once

#include "ingest/time.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ingest {

// A latency's histogram slot (metrics/exponential_buckets.h; 4095: zero) and how many values it
// holds.
using SlotCount = std::pair<std::uint16_t, std::uint64_t>;

struct Rollup
{
    std::string signal;
    std::string slot; // of a sum: the currency; else empty
    Second from{};    // events with time in (from, from + resolution]
    Seconds resolution{60};
    std::uint64_t n = 0;              // events; of a ratio: good and bad trials
    std::uint64_t bad = 0;            // of a ratio: bad trials
    std::int64_t sumMinor = 0;        // of a sum, in minor units
    std::vector<SlotCount> histogram; // of a latency, by ascending slot

    bool operator==(const Rollup &) const = default;
};

// What one run of the engine had counted. A later revision of the same part replaces an earlier
// one; rows of different parts add up.
struct RollupBatch
{
    std::string part;
    std::int64_t revision = 0;
    std::vector<Rollup> rollups;
};

} // namespace ingest
