// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/held_range.h"

#include <gtest/gtest.h>

namespace {

using models::HeldRange;
using models::ValueRange;

TEST(HeldRangeTest, GrowsAtOnce)
{
    HeldRange held;
    EXPECT_EQ(held.update({2, 4}, 0), (ValueRange{2, 4}));
    EXPECT_EQ(held.update({1, 3}, 1'000), (ValueRange{1, 4}));
    EXPECT_EQ(held.update({1, 9}, 2'000), (ValueRange{1, 9}));
}

TEST(HeldRangeTest, ShrinksOnlyAfterAMinute)
{
    HeldRange held;
    held.update({0, 10}, 0);
    EXPECT_EQ(held.update({0, 5}, 1'000), (ValueRange{0, 10}));
    EXPECT_EQ(held.update({0, 5}, 60'999), (ValueRange{0, 10}));
    EXPECT_EQ(held.update({0, 5}, 61'000), (ValueRange{0, 5}));
}

TEST(HeldRangeTest, ShrinksToAllThatWasWantedMeanwhile)
{
    HeldRange held;
    held.update({0, 10}, 0);
    held.update({2, 3}, 1'000);
    held.update({1, 7}, 30'000);
    EXPECT_EQ(held.update({2, 3}, 61'000), (ValueRange{1, 7}));
}

TEST(HeldRangeTest, NeedingTheWholeRangeAgainStartsTheMinuteAnew)
{
    HeldRange held;
    held.update({0, 10}, 0);
    held.update({0, 5}, 1'000);
    held.update({0, 10}, 50'000);
    held.update({0, 5}, 51'000);
    EXPECT_EQ(held.update({0, 5}, 110'999), (ValueRange{0, 10}));
    EXPECT_EQ(held.update({0, 5}, 111'000), (ValueRange{0, 5}));
}

TEST(HeldRangeTest, ForgetsOnReset)
{
    HeldRange held;
    held.update({0, 10}, 0);
    held.reset();
    EXPECT_EQ(held.update({4, 5}, 1'000), (ValueRange{4, 5}));
}

} // namespace
