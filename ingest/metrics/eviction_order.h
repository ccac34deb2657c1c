// SPDX-License-Identifier: GPL-3.0-or-later
// Which journey to forget next: always the one idle longest, by (last event, key). The oldest
// eighth is put in order at a time; what gets as old as those later is put among them. Costs
// nothing until a cap is reached. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/journey_table.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace ingest::metrics {

class EvictionOrder
{
public:
    // To be called whenever a journey is new or its last event another.
    void changed(const JourneyTable &table, std::uint32_t journey);

    // The table is not empty.
    [[nodiscard]] std::uint32_t oldest(const JourneyTable &table);

private:
    struct Entry
    {
        std::int64_t last;
        std::uint64_t key;
        std::int64_t first; // of two journeys of a key
        std::uint32_t journey;
        auto operator<=>(const Entry &) const = default;
    };

    [[nodiscard]] static Entry entryOf(const JourneyTable &table, std::uint32_t journey);
    void refill(const JourneyTable &table);

    std::vector<Entry> m_heap;     // smallest first; some may have changed since
    std::optional<Entry> m_newest; // every journey up to this one is in the heap
};

} // namespace ingest::metrics
