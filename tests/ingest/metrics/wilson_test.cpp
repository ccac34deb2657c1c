// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/wilson.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using ingest::Interval;
using ingest::metrics::completeness;
using ingest::metrics::wilson95;

// The ends of the interval are the p for which |good/n - p| = z sqrt(p (1 - p) / n): found here by
// bisection, straight from the definition.
double endByBisection(double observed, double n, double inside, double outside)
{
    for (int i = 0; i < 200; ++i) {
        const double p = (inside + outside) / 2;
        const bool within =
            std::abs(observed - p) <= 1.959963984540054 * std::sqrt(p * (1 - p) / n);
        (within ? inside : outside) = p;
    }
    return inside;
}

TEST(Wilson, AgreesWithItsDefinition)
{
    for (const auto &[good, trials] :
         {std::pair<unsigned, unsigned>{1, 2}, {5, 71}, {10057, 284900}, {999, 1000}}) {
        const double observed = double(good) / trials;
        const Interval got = wilson95(good, trials);
        EXPECT_NEAR(got.lower, endByBisection(observed, trials, observed, 0), 1e-9);
        EXPECT_NEAR(got.upper, endByBisection(observed, trials, observed, 1), 1e-9);
    }
}

TEST(Wilson, GivesTheMockUpsInterval)
{
    const Interval got = wilson95(10'057, 284'900);
    EXPECT_NEAR(got.lower, 0.0346, 0.00005);
    EXPECT_NEAR(got.upper, 0.0360, 0.00005);
}

TEST(Wilson, StaysInRangeAtTheEnds)
{
    EXPECT_EQ(wilson95(0, 0).lower, 0.0);
    EXPECT_EQ(wilson95(0, 0).upper, 1.0);
    EXPECT_EQ(wilson95(0, 50).lower, 0.0);
    EXPECT_EQ(wilson95(50, 50).upper, 1.0);
}

TEST(Completeness, BoundsTheRatioByWhatIsMissing)
{
    EXPECT_DOUBLE_EQ(completeness(80, 10, 10).lower, 0.8);
    EXPECT_DOUBLE_EQ(completeness(80, 10, 10).upper, 0.9);
    EXPECT_DOUBLE_EQ(completeness(8, 2, 0).lower, 0.8);
    EXPECT_DOUBLE_EQ(completeness(8, 2, 0).upper, 0.8);
    EXPECT_EQ(completeness(0, 0, 0).upper, 1.0);
}

} // namespace
