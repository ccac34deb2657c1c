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

TEST(Significance, oddsThatRiseForEveryoneAreNoFurtherApart)
{
    // Odds of 1/3 against 1/9, and a hundred minutes later three times both: 1 against 1/3.
    const Table before{250, 1000, 350, 2000};
    const Table now{500, 1000, 750, 2000};
    EXPECT_NEAR(oddsApartUpperTail(now, before), 0.5, 0.01);
    EXPECT_EQ(oddsApartUpperTail(before, before), 0.5);
}

TEST(Significance, oddsApartIsWoolfsTestWithHalfAUnitInEachCell)
{
    // 30.5 * 90.5 / (10.5 * 10.5) against 10.5 * 90.5 / (30.5 * 10.5), worked out by hand.
    const double apart = std::log(30.5 / 10.5) - std::log(10.5 / 30.5);
    const double variance = 4 / 10.5 + 2 / 30.5 + 2 / 90.5;
    EXPECT_NEAR(oddsApartUpperTail({30, 40, 40, 140}, {10, 40, 20, 140}),
                std::erfc(apart / std::sqrt(2 * variance)) / 2, 1e-12);
}

TEST(Significance, oddsOfNobodyBeforeProveLittle)
{
    // Nobody with the mark before: their odds then were unknown, not zero.
    EXPECT_GT(oddsApartUpperTail({8, 10, 20, 100}, {0, 0, 10, 100}), 0.05);
    EXPECT_LT(oddsApartUpperTail({453, 487, 491, 1208}, {11, 56, 14, 130}), 1e-5);
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
