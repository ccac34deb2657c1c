// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rolling_rate.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using small::kAsOfMs;
using std::chrono::seconds;

TEST(RollingRateTest, IsTheCountOfTheSpanPerMinute)
{
    const auto counts = small::seriesToNow<double>({1, 2, 3, 4}, seconds(10));
    const auto rates = models::rollingPerMinute(counts, seconds(20), kAsOfMs - 40'000, kAsOfMs);
    EXPECT_EQ(rates, (std::vector<double>{6, 9, 15, 21}));
}

TEST(RollingRateTest, DividesByTheObservedPartOnly)
{
    const auto counts = small::seriesToNow<double>({0, 0, 1, 1}, seconds(10));
    const auto rates = models::rollingPerMinute(counts, seconds(40), kAsOfMs - 15'000, kAsOfMs);
    EXPECT_TRUE(std::isnan(rates[0]));
    EXPECT_TRUE(std::isnan(rates[1]));
    EXPECT_DOUBLE_EQ(rates[2], 1 / (5.0 / 60));
    EXPECT_DOUBLE_EQ(rates[3], 2 / (15.0 / 60));
}

TEST(RollingRateTest, APartialLastPointCountsItsOwnTime)
{
    auto counts = small::seriesToNow<double>({4, 4}, seconds(10));
    const auto rates = models::rollingPerMinute(counts, seconds(20), 0, kAsOfMs - 5'000);
    EXPECT_DOUBLE_EQ(rates[1], 8 / (15.0 / 60));
}

TEST(RollingRateTest, NeverRollsOverLessThanOneStep)
{
    const auto counts = small::seriesToNow<double>({5, 10}, seconds(300));
    EXPECT_EQ(models::rollingPerMinute(counts, seconds(60), 0, kAsOfMs),
              (std::vector<double>{1, 2}));
}

TEST(RollingRateTest, EveryWindowHasASpanNoShorterThanItsStep)
{
    for (const ingest::Window window : ingest::kWindows)
        EXPECT_GE(models::rollingSpanOf(window), ingest::chartStepOf(window));
}

TEST(RollingRateTest, TheFirstInstantOfAStepHasNoRateYet)
{
    const auto counts = small::seriesToNow<double>({0, 0, 9, 9}, seconds(10));
    const auto rates = models::rollingPerMinute(counts, seconds(10), kAsOfMs - 10'500, kAsOfMs);
    EXPECT_TRUE(std::isnan(rates[2]));
    EXPECT_DOUBLE_EQ(rates[3], 54);
}

TEST(RollingRateTest, AFullWindowThatBeginsWithinItsFirstPointDoesNotRise)
{
    const auto counts = small::seriesToNow(std::vector<double>(12, 10.0), std::chrono::seconds(5));
    const double fourSecondsIn = small::kAsOfMs - 60'000 + 4'000;
    for (const double rate :
         models::rollingPerMinute(counts, std::chrono::seconds(15), fourSecondsIn, small::kAsOfMs))
        EXPECT_DOUBLE_EQ(rate, 120);
}

} // namespace
