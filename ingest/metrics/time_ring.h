// SPDX-License-Identifier: GPL-3.0-or-later
// A ring of values by event time: one per step, for the last `slots` steps. A slot is reset when
// its place in the ring is taken over by a later time. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/time.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ingest::metrics {

// The end of the step of width `step` that holds the second `at`: steps are (end - step, end].
[[nodiscard]] constexpr Second stepEnd(Second at, Seconds step)
{
    const auto count = at.time_since_epoch().count();
    const auto width = step.count();
    const auto up = (count + (count > 0 ? width - 1 : 0)) / width * width;
    return Second(Seconds(up));
}

template <class Value>
class TimeRing
{
public:
    TimeRing(Seconds step, std::size_t slots) : m_step(step), m_slots(slots) {}

    [[nodiscard]] Seconds step() const { return m_step; }

    // The value of the step that holds `at`; a step not touched before starts from Value{}. Null
    // where a later time has taken its place: it is older than the ring.
    Value *touch(Second at)
    {
        if (m_slots.empty())
            return nullptr;
        if (at != m_touched.at)
            m_touched = placeOf(at);
        Slot &slot = m_slots[m_touched.slot];
        const auto ahead = static_cast<std::int32_t>(m_touched.stamp - slot.stamp);
        if (slot.stamp != kUnused && ahead < 0)
            return nullptr;
        if (slot.stamp == kUnused || ahead > 0)
            slot = Slot{m_touched.stamp, Value{}};
        return &slot.value;
    }

    // Null where nothing was recorded in that step, or no longer is.
    [[nodiscard]] const Value *find(Second at) const
    {
        if (m_slots.empty())
            return nullptr;
        const Place place = placeOf(at);
        const Slot &slot = m_slots[place.slot];
        return slot.stamp == place.stamp ? &slot.value : nullptr;
    }
    Value *find(Second at)
    {
        return const_cast<Value *>(static_cast<const TimeRing *>(this)->find(at));
    }

    // Calls visit(end, value) for every recorded step with from < end <= to, in ascending order.
    template <class Visit>
    void forEach(Second from, Second to, Visit visit) const
    {
        const Second last = stepEnd(to, m_step);
        const auto reach = m_step * (static_cast<std::int64_t>(m_slots.size()) - 1);
        for (Second end = std::max(stepEnd(from + Seconds(1), m_step), last - reach); end <= last;
             end += m_step)
            if (const Value *value = find(end))
                visit(end, *value);
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[step, slots, touched] = *this; // what was touched last is a guess
        state.fixed(slots);
    }

private:
    // 32 bits of the step's number tell the steps of 136 years of seconds apart.
    static constexpr std::uint32_t kUnused = 0;
    struct Slot
    {
        std::uint32_t stamp = kUnused;
        Value value{};
    };

    // Where a time belongs: four divisions to find out.
    struct Place
    {
        Second at{};
        std::uint32_t stamp = kEpochStamp;
        std::size_t slot = 0;
    };
    static constexpr std::uint32_t kEpochStamp = 0x40000000u; // so that no usual time is kUnused

    [[nodiscard]] Place placeOf(Second at) const
    {
        const std::int64_t index = stepEnd(at, m_step).time_since_epoch() / m_step;
        const auto size = static_cast<std::int64_t>(m_slots.size());
        return {at, static_cast<std::uint32_t>(index) + kEpochStamp,
                static_cast<std::size_t>(((index % size) + size) % size)};
    }

    Seconds m_step;
    std::vector<Slot> m_slots;
    Place m_touched; // the last one: most come again at once
};

} // namespace ingest::metrics
