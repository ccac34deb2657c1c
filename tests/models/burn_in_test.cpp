// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/burn_in.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>

namespace {

TEST(BurnInTest, WandersOverEightPointsOneStepAMinute)
{
    std::set<std::pair<int, int>> points;
    for (int second = 0; second < 8 * 60; ++second) {
        const QPoint offset = models::burnInShift(second).offset;
        EXPECT_LE(std::abs(offset.x()), 4);
        EXPECT_LE(std::abs(offset.y()), 4);
        EXPECT_EQ(offset, models::burnInShift(second / 60 * 60).offset);
        points.emplace(offset.x(), offset.y());
    }
    EXPECT_EQ(points.size(), 8u);
}

TEST(BurnInTest, StepsAreOfFourPixels)
{
    for (int minute = 0; minute < 20; ++minute) {
        const QPoint step =
            models::burnInShift((minute + 1) * 60).offset - models::burnInShift(minute * 60).offset;
        EXPECT_EQ(step.manhattanLength(), 4) << minute;
    }
}

TEST(BurnInTest, SidesChangeEveryHalfHour)
{
    EXPECT_FALSE(models::burnInShift(0).sidesSwapped);
    EXPECT_FALSE(models::burnInShift(1799).sidesSwapped);
    EXPECT_TRUE(models::burnInShift(1800).sidesSwapped);
    EXPECT_FALSE(models::burnInShift(3600).sidesSwapped);
}

TEST(BurnInTest, AnOldBandAlternatesEveryTenMinutes)
{
    EXPECT_FALSE(models::bandOutlined(29 * 60));
    EXPECT_TRUE(models::bandOutlined(30 * 60));
    EXPECT_TRUE(models::bandOutlined(39 * 60));
    EXPECT_FALSE(models::bandOutlined(40 * 60));
    EXPECT_TRUE(models::bandOutlined(50 * 60));
}

} // namespace
