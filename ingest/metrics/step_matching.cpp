// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/step_matching.h"

#include <bit>
#include <cassert>

namespace ingest::metrics {

namespace {

// Kuhn's augmenting paths, one step after the other: the steps are few, the events may be many.
class ConsecutiveMatching
{
public:
    explicit ConsecutiveMatching(std::span<const StepMask> group) : m_group(group) {}

    bool give(std::size_t step)
    {
        m_triedSteps = 0;
        return augment(step);
    }

private:
    [[nodiscard]] std::size_t holderOf(std::size_t event) const
    {
        for (std::size_t step = 0; step < kMaxFunnelSteps; ++step)
            if ((m_given >> step & 1) != 0 && m_eventOf[step] == event)
                return step;
        return kMaxFunnelSteps;
    }

    bool augment(std::size_t step)
    {
        m_triedSteps |= StepMask{1} << step;
        for (std::size_t event = 0; event < m_group.size(); ++event) {
            if ((m_group[event] >> step & 1) == 0)
                continue;
            const std::size_t holder = holderOf(event);
            const bool free = holder == kMaxFunnelSteps;
            if (!free && ((m_triedSteps >> holder & 1) != 0 || !augment(holder)))
                continue;
            m_eventOf[step] = event;
            m_given |= StepMask{1} << step;
            return true;
        }
        return false;
    }

    std::span<const StepMask> m_group;
    StepMask m_given = 0;
    StepMask m_triedSteps = 0;
    std::array<std::size_t, kMaxFunnelSteps> m_eventOf{};
};

} // namespace

std::size_t consecutiveSteps(std::span<const StepMask> group, std::size_t from, std::size_t steps)
{
    assert(steps <= kMaxFunnelSteps);
    if (group.size() == 1)
        return from < steps ? (group[0] >> from & 1) : 0;
    ConsecutiveMatching matching(group);
    std::size_t given = 0;
    while (from + given < steps && matching.give(from + given))
        ++given;
    return given;
}

bool StepAssignment::add(StepMask mask)
{
    StepMask tried = 0;
    const StepMask usable = mask & ((StepMask{1} << m_steps) - 1);
    if (!place(usable, tried))
        return false;
    ++m_size;
    return true;
}

bool StepAssignment::place(StepMask mask, StepMask &tried)
{
    if (const StepMask open = mask & ~m_taken; open != 0) {
        const auto step = static_cast<std::size_t>(std::countr_zero(open));
        m_taken |= StepMask{1} << step;
        m_masks[step] = mask;
        return true;
    }
    for (StepMask rest = mask & ~tried; rest != 0; rest = mask & ~tried) {
        const auto step = static_cast<std::size_t>(std::countr_zero(rest));
        tried |= StepMask{1} << step;
        if (place(m_masks[step], tried)) {
            m_masks[step] = mask;
            return true;
        }
    }
    return false;
}

} // namespace ingest::metrics
