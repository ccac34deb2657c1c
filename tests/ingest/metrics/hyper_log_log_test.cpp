// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/hyper_log_log.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace {

using ingest::metrics::HyperLogLog;

// Four standard errors: one run in 16,000 may be beyond, so the seeds are fixed.
constexpr double kFourStandardErrors = 4 * 1.04 / 64.0;

TEST(HyperLogLog, EstimatesWithinItsError)
{
    for (const std::uint64_t size : {1u, 10u, 100u, 1000u, 5000u, 12000u, 100000u, 1000000u}) {
        std::mt19937_64 random(size);
        HyperLogLog sketch;
        for (std::uint64_t i = 0; i < size; ++i)
            sketch.add(random());
        const auto exact = static_cast<double>(size);
        EXPECT_NEAR(sketch.estimate(), exact, std::max(0.6, exact * kFourStandardErrors)) << size;
    }
}

TEST(HyperLogLog, KeepsTheStandardErrorOverManyRuns)
{
    double squares = 0;
    constexpr int kRuns = 200;
    for (int run = 0; run < kRuns; ++run) {
        std::mt19937_64 random(static_cast<std::uint64_t>(run) + 1);
        HyperLogLog sketch;
        for (int i = 0; i < 20000; ++i)
            sketch.add(random());
        const double error = sketch.estimate() / 20000.0 - 1.0;
        squares += error * error;
    }
    EXPECT_LT(std::sqrt(squares / kRuns), 0.019);
}

TEST(HyperLogLog, ARepeatedKeyChangesNothing)
{
    HyperLogLog sketch;
    for (int i = 0; i < 1000; ++i)
        sketch.add(42);
    EXPECT_NEAR(sketch.estimate(), 1.0, 0.01);
}

TEST(HyperLogLog, MergingEqualsAddingToOne)
{
    std::mt19937_64 random(7);
    HyperLogLog left;
    HyperLogLog right;
    HyperLogLog both;
    for (int i = 0; i < 30000; ++i) {
        const std::uint64_t key = random();
        (i % 3 == 0 ? left : right).add(key);
        both.add(key);
    }
    left.merge(right);
    EXPECT_EQ(left.estimate(), both.estimate());
    left.merge(HyperLogLog{});
    EXPECT_EQ(left.estimate(), both.estimate());
    EXPECT_EQ(HyperLogLog{}.estimate(), 0.0);
}

} // namespace
