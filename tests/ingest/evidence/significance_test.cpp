// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/significance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace ingest::evidence;

TEST(Significance, fisherKnowsTheLadyTastingTea)
{
    // Eight cups, four with milk first, all four told: 1 / C(8, 4).
    EXPECT_NEAR(fisherUpperTail({4, 4, 4, 8}), 1.0 / 70, 1e-12);
    EXPECT_NEAR(fisherUpperTail({3, 4, 4, 8}), 17.0 / 70, 1e-12);
    EXPECT_NEAR(fisherUpperTail({0, 4, 4, 8}), 1.0, 1e-12);
}

TEST(Significance, fisherIsCertainOfNothingWithoutTrials)
{
    EXPECT_EQ(fisherUpperTail({}), 1.0);
    EXPECT_EQ(fisherUpperTail({0, 0, 5, 10}), 1.0);
}

TEST(Significance, fisherHoldsForLargeTables)
{
    // Twice as many as expected of a thousand among ten thousand: beyond doubt, but no NaN.
    const double chance = fisherUpperTail({200, 1000, 1000, 10'000});
    EXPECT_GT(chance, 0);
    EXPECT_LT(chance, 1e-20);
}

TEST(Significance, devianceIsTwiceTheLogLikelihoodRatio)
{
    // 30 of 40 against 10 of 60: worked out by hand from the four cells.
    const double byHand = 2 * (30 * std::log(30 / 16.0) + 10 * std::log(10 / 24.0) +
                               10 * std::log(10 / 24.0) + 50 * std::log(50 / 36.0));
    EXPECT_NEAR(deviance({30, 40, 40, 100}), byHand, 1e-9);
    EXPECT_EQ(deviance({10, 60, 40, 100}), 0); // they fail less often than the rest
}

TEST(Significance, benjaminiAndHochbergsOwnExample)
{
    // Their section 3.2: fifteen hypotheses, four are rejected at 0.05, where Bonferroni takes
    // three.
    const std::vector<double> chances{0.0001, 0.0004, 0.0019, 0.0095, 0.0201,
                                      0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
                                      0.4262, 0.5719, 0.6528, 0.7590, 1.0};
    const std::vector<bool> rejected = benjaminiHochberg(chances, 0.05);
    for (std::size_t i = 0; i < chances.size(); ++i)
        EXPECT_EQ(rejected[i], i < 4) << i;
    EXPECT_TRUE(benjaminiHochberg({}, 0.05).empty());
}

} // namespace
