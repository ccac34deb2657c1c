// SPDX-License-Identifier: GPL-3.0-or-later
// A flat table from 64-bit keys to the latest whole second each was seen, 16 bytes a slot.
// Owned by DistinctWindow; not thread-safe.
#pragma once

#include "ingest/ask_for.h"
#include "ingest/metrics/probed_slots.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/time.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>

namespace ingest::metrics {

// What is older is in no window: the longest one and the minute its start is rounded down by.
inline constexpr Seconds kLatestKept = std::chrono::hours{24} + std::chrono::minutes{1};
inline constexpr Seconds kLatestSwept = std::chrono::minutes{5}; // how often it is looked for

class LatestTimes
{
public:
    // `seed` decides places alone, so that nobody outside can choose keys that crowd together.
    explicit LatestTimes(std::uint64_t seed) : m_seed(seed) {}

    // Raises the key's time to `at`; gives the time it had before, empty where the key is new.
    // Times that are not later change nothing and come back as they are.
    std::optional<Second> raise(std::uint64_t key, Second at);

    [[nodiscard]] std::optional<Second> find(std::uint64_t key) const;

    // Asks for the memory that raise() will read.
    void prefetch(std::uint64_t key) const
    {
        if (!m_slots.empty())
            askFor(&m_slots[m_slots.homeOf(combineHashes(key, m_seed))]);
    }

    // Forgets every key last seen at or before `horizon`; gives how many.
    std::size_t forgetUntil(Second horizon);

    // Calls visit(key, latest) for every key, in no order that may show in a result.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const Slot &slot : m_slots)
            if (!slot.isFree())
                visit(slot.key, slot.latest);
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    void clear();

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[slots, size, seed] = *this; // the seed is the engine's
        if constexpr (Archive::kReading) {
            const std::uint64_t places = state.number();
            size = state.size(9);
            // At least a quarter is in use where there are many.
            if (!state.require((places == 0 || std::has_single_bit(places)) &&
                                   places / 8 <= size + 16 && size * 3 <= places * 2,
                               "a table of an impossible size"))
                return;
            slots = ProbedSlots<Slot>(places);
            Second before{};
            for (std::size_t left = size; left > 0 && state.ok(); --left) {
                const std::uint64_t key = state.hash();
                if (!state.require(key != 0, "a key that is none"))
                    return;
                Slot &slot = slotOf(key);
                state.require(slot.isFree(), "a key twice");
                Seconds later{};
                state(later);
                before += later;
                slot = {key, before};
            }
        } else {
            state.size(slots.size());
            state.size(size);
            // See DuplicateFilter: in this order each comes to lie where it was.
            Second before{};
            slots.forEachInTurn([&](const Slot &slot) {
                state.hash(slot.key);
                Seconds later = slot.latest - before;
                state(later);
                before = slot.latest;
            });
        }
    }

private:
    struct Slot
    {
        std::uint64_t key = 0; // 0: free; the key 0 itself is stored as 1
        Second latest{};

        [[nodiscard]] bool isFree() const { return key == 0; }
    };

    Slot &slotOf(std::uint64_t key);
    void grow();

    ProbedSlots<Slot> m_slots; // at most two thirds full
    std::size_t m_size = 0;
    std::uint64_t m_seed;
};

} // namespace ingest::metrics
