// SPDX-License-Identifier: GPL-3.0-or-later
// Events at one instant count in whatever order carries a chain furthest: a bipartite matching of
// steps to events. Pure functions and plain values; the engine's thread.
#pragma once

#include "ingest/metrics/step_mask.h"

#include <array>
#include <span>

namespace ingest::metrics {

// How many consecutive steps, beginning with step `from` (counted from 0) and ending before
// `steps`, can each be given an event of its own out of `group`.
[[nodiscard]] std::size_t consecutiveSteps(std::span<const StepMask> group, std::size_t from,
                                           std::size_t steps);

// A set of events, each given a step of its own; grows by one event at a time.
class StepAssignment
{
public:
    explicit StepAssignment(std::size_t steps) : m_steps(steps) {}

    // False, and nothing changed, where no step can be freed for the event.
    bool add(StepMask mask);
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    bool place(StepMask mask, StepMask &tried);

    std::size_t m_steps;
    std::size_t m_size = 0;
    StepMask m_taken = 0;
    std::array<StepMask, kMaxFunnelSteps> m_masks{}; // of the event that holds the step
};

} // namespace ingest::metrics
