// SPDX-License-Identifier: GPL-3.0-or-later
// Good and bad trials of the last minute, second by second: what an incident is noticed by. Events
// over a minute late change nothing: the past opens no incident. Owned by the engine.
#pragma once

#include "ingest/time.h"

#include <array>
#include <cstdint>

namespace ingest::incidents {

class RecentTrials
{
public:
    void add(Second at, bool bad)
    {
        Slot &slot = m_slots[placeOf(at)];
        if (slot.at > at)
            return; // its place belongs to a later second by now
        if (slot.at != at)
            slot = {at, 0, 0};
        ++(bad ? slot.bad : slot.good);
    }

    struct Counts
    {
        std::uint64_t bad = 0;
        std::uint64_t trials = 0;
    };
    // In (asOf - 1 min, asOf].
    [[nodiscard]] Counts counts(Second asOf) const
    {
        Counts counts;
        for (const Slot &slot : m_slots)
            if (slot.at > asOf - std::chrono::minutes{1} && slot.at <= asOf) {
                counts.bad += slot.bad;
                counts.trials += slot.bad + slot.good;
            }
        return counts;
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[slots] = *this;
        state(slots);
    }

private:
    struct Slot
    {
        Second at = Second::min();
        std::uint32_t good = 0;
        std::uint32_t bad = 0;
    };
    // A minute, and the ten seconds an event may be ahead of its arrival.
    static constexpr std::size_t kSlots = 128;
    static std::size_t placeOf(Second at)
    {
        return static_cast<std::size_t>(at.time_since_epoch().count()) % kSlots;
    }
    std::array<Slot, kSlots> m_slots{};
};

} // namespace ingest::incidents
