// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/value_ticks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace {

using models::ValueRange;

TEST(ValueTicksTest, TicksAreRoundAndWithinTheRange)
{
    EXPECT_EQ(models::linearTicks({0, 10}, 6), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    EXPECT_EQ(models::linearTicks({-1, 1}, 3), (std::vector<double>{-1, 0, 1}));
    EXPECT_EQ(models::linearTicks({130, 470}, 4), (std::vector<double>{200, 300, 400}));
}

TEST(ValueTicksTest, ARangeWithoutHeightHasOneTick)
{
    EXPECT_EQ(models::linearTicks({3, 3}, 4), std::vector<double>{3});
}

TEST(ValueTicksTest, RandomRangesGetEvenTicksAndNeverTooMany)
{
    constexpr unsigned kSeed = 17;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    std::mt19937 random(kSeed);
    std::uniform_real_distribution<double> exponent(-6, 9);
    for (int i = 0; i < 2'000; ++i) {
        const double low = std::pow(10, exponent(random)) * (random() % 2 ? 1 : -1);
        const ValueRange range{low, low + std::pow(10, exponent(random))};
        const int atMost = 2 + static_cast<int>(random() % 6);
        const auto ticks = models::linearTicks(range, atMost);
        const double slack = 1e-6 * range.height() + 1e-9 * std::abs(range.low);
        ASSERT_LE(ticks.size(), static_cast<std::size_t>(atMost)) << range.low << ' ' << range.high;
        for (std::size_t t = 0; t < ticks.size(); ++t) {
            EXPECT_GE(ticks[t], range.low - slack);
            EXPECT_LE(ticks[t], range.high + slack);
            if (t > 1) {
                EXPECT_NEAR(ticks[t] - ticks[t - 1], ticks[1] - ticks[0], slack);
            }
        }
    }
}

TEST(ValueTicksTest, AScaleHasTwoTicksAtLeast)
{
    EXPECT_EQ(models::linearTicks({5.8, 12.4}, 3), std::vector<double>{10});
    EXPECT_EQ(models::scaleTicks({5.8, 12.4}, 3), (std::vector<double>{6, 8, 10, 12}));
    EXPECT_EQ(models::scaleTicks({0, 10}, 3), models::linearTicks({0, 10}, 3));
    constexpr unsigned kSeed = 18;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    std::mt19937 random(kSeed);
    std::uniform_real_distribution<double> exponent(-6, 9);
    for (int i = 0; i < 2'000; ++i) {
        const double height = std::pow(10, exponent(random));
        const double low = height * std::uniform_real_distribution<double>(-10, 10)(random);
        const int atMost = 3 + static_cast<int>(random() % 3);
        const auto ticks = models::scaleTicks({low, low + height}, atMost);
        EXPECT_GE(ticks.size(), 2u) << low << ' ' << height << ' ' << atMost;
        EXPECT_LE(ticks.size(), static_cast<std::size_t>(atMost + 2));
    }
}

TEST(ValueTicksTest, DurationTicksAreRoundDurations)
{
    EXPECT_EQ(models::durationTicks({std::log2(500), std::log2(8000)}, 5),
              (std::vector<double>{500, 1000, 2000, 4000, 8000}));
    EXPECT_EQ(models::durationTicks({std::log2(500), std::log2(8000)}, 3),
              (std::vector<double>{500, 2000, 8000}));
    EXPECT_TRUE(models::durationTicks({std::log2(510), std::log2(900)}, 4).empty());
}

TEST(ValueTicksTest, RoundingOutNeverCutsAndStopsAtRoundValues)
{
    EXPECT_EQ(models::roundedOut({0, 9.3}, 5), (ValueRange{0, 10}));
    EXPECT_EQ(models::roundedOut({0, 10}, 5), (ValueRange{0, 10}));
    EXPECT_EQ(models::roundedOut({-3, 9.3}, 5), (ValueRange{-5, 10}));
    EXPECT_EQ(models::roundedOut({4, 4}, 5), (ValueRange{4, 4}));
}

} // namespace
