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
        const std::int64_t index = indexOf(at);
        Slot &slot = m_slots[placeOf(index)];
        const auto ahead = static_cast<std::int32_t>(stampOf(index) - slot.stamp);
        if (slot.stamp != kUnused && ahead < 0)
            return nullptr;
        if (slot.stamp == kUnused || ahead > 0)
            slot = Slot{stampOf(index), Value{}};
        return &slot.value;
    }

    // Null where nothing was recorded in that step, or no longer is.
    [[nodiscard]] const Value *find(Second at) const
    {
        if (m_slots.empty())
            return nullptr;
        const std::int64_t index = indexOf(at);
        const Slot &slot = m_slots[placeOf(index)];
        return slot.stamp == stampOf(index) ? &slot.value : nullptr;
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
        auto &[step, slots] = *this;
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

    [[nodiscard]] std::int64_t indexOf(Second at) const
    {
        return stepEnd(at, m_step).time_since_epoch() / m_step;
    }
    static std::uint32_t stampOf(std::int64_t index)
    {
        return static_cast<std::uint32_t>(index) + 0x40000000u; // no usual time is kUnused
    }
    [[nodiscard]] std::size_t placeOf(std::int64_t index) const
    {
        const auto size = static_cast<std::int64_t>(m_slots.size());
        return static_cast<std::size_t>(((index % size) + size) % size);
    }

    Seconds m_step;
    std::vector<Slot> m_slots;
};

} // namespace ingest::metrics
