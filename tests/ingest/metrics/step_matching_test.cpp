// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/step_matching.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace {

using ingest::metrics::consecutiveSteps;
using ingest::metrics::StepAssignment;
using ingest::metrics::StepMask;

// Tries every order of the events.
std::size_t bestOrder(const std::vector<StepMask> &group, std::size_t from, std::size_t steps)
{
    std::vector<std::size_t> order(group.size());
    std::iota(order.begin(), order.end(), 0u);
    std::size_t best = 0;
    do {
        std::size_t given = 0;
        for (const std::size_t event : order)
            if (from + given < steps && (group[event] >> (from + given) & 1) != 0)
                ++given;
        best = std::max(best, given);
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

// Tries every set of events and every step for each.
std::size_t mostSteps(const std::vector<StepMask> &group, std::size_t event, StepMask taken)
{
    if (event == group.size())
        return 0;
    std::size_t best = mostSteps(group, event + 1, taken);
    for (StepMask step = 1; step < 32; step <<= 1)
        if ((group[event] & step) != 0 && (taken & step) == 0)
            best = std::max(best, 1 + mostSteps(group, event + 1, taken | step));
    return best;
}

TEST(StepMatching, FindsTheBestOrderAndTheMostSteps)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (int i = 0; i < 2000; ++i) {
        std::vector<StepMask> group(1 + random() % 6);
        for (StepMask &mask : group)
            mask = static_cast<StepMask>(random() & random() & 31);
        const std::size_t from = random() % 5;
        ASSERT_EQ(consecutiveSteps(group, from, 5), bestOrder(group, from, 5));
        StepAssignment assignment(5);
        for (const StepMask mask : group)
            assignment.add(mask);
        ASSERT_EQ(assignment.size(), mostSteps(group, 0, 0));
    }
}

TEST(StepMatching, StopsAtTheLastStep)
{
    EXPECT_EQ(consecutiveSteps(std::vector<StepMask>{7, 7, 7, 7}, 1, 3), 2u);
    EXPECT_EQ(consecutiveSteps(std::vector<StepMask>{8}, 3, 3), 0u);
}

} // namespace
