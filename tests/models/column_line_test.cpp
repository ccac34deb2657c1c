// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/column_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using Points = std::vector<QPointF>;

const models::PixelColumns kView{1, 1000, 100}; // 1 ms a column

models::ColumnLine lineOf(const Points &points, const models::PixelColumns &view = kView)
{
    const std::span<const QPointF> run(points);
    return models::columnLine(std::span(&run, 1), view);
}

std::vector<models::ColumnSpan> changes(const models::ColumnLine &a, const models::ColumnLine &b)
{
    models::ColumnSpans spans;
    models::addChanges(a, b, spans);
    return spans.within(kView.first, kView.end());
}

TEST(ColumnLineTest, OfTwoColumnsTheLowestAndHighestRemain)
{
    const auto line = lineOf({{1010, 5}, {1010.5, 9}, {1011, 1}, {1011.5, 3}});
    EXPECT_EQ(line, (models::ColumnLine{{1010.5, 9, true}, {1011, 1, false}}));
}

TEST(ColumnLineTest, ReachesOneCellBeyondTheView)
{
    const auto line = lineOf({{900, 1}, {990, 2}, {991, 3}, {1050, 4}, {1140, 5}, {1200, 6}});
    EXPECT_EQ(line, (models::ColumnLine{
                        {990, 2, true}, {991, 3, false}, {1050, 4, false}, {1140, 5, false}}));
}

TEST(ColumnLineTest, WhatRemainsDoesNotDependOnTheView)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    Points points;
    for (int i = 0; i < 4000; ++i)
        points.emplace_back(i * 0.3 + double(random() % 100) / 500, random() % 50);
    for (int first = 1000; first < 1040; ++first) {
        const auto whole = lineOf(points, {1, 900, 300});
        auto part = lineOf(points, {1, first, 60});
        part.front().begins = false;
        EXPECT_FALSE(std::ranges::search(whole, part).empty()) << "from " << first;
    }
}

TEST(ColumnLineTest, ChangesReachToTheNearestEqualPointsOnEitherSide)
{
    const auto before = lineOf({{1010, 1}, {1030, 1}, {1050, 1}, {1070, 1}, {1090, 1}});
    EXPECT_TRUE(changes(before, before).empty());
    const auto after = lineOf({{1010, 1}, {1030, 1}, {1050, 2}, {1070, 1}, {1090, 1}});
    ASSERT_EQ(changes(before, after).size(), 1u);
    EXPECT_LE(changes(before, after)[0].from, 1030);
    EXPECT_GT(changes(before, after)[0].from, 1010);
    EXPECT_GE(changes(before, after)[0].to, 1070);
    EXPECT_LT(changes(before, after)[0].to, 1090);
}

TEST(ColumnLineTest, ALineThatGrewChangesFromItsLastPointOn)
{
    const auto before = lineOf({{1010, 1}, {1030, 1}});
    const auto after = lineOf({{1010, 1}, {1030, 1}, {1040, 1}});
    ASSERT_EQ(changes(before, after).size(), 1u);
    EXPECT_EQ(changes(before, after)[0].to, kView.end());
    EXPECT_GT(changes(before, after)[0].from, 1010);
}

TEST(ColumnLineTest, ABreakIsAChange)
{
    auto broken = lineOf({{1010, 1}, {1030, 1}, {1050, 1}});
    const auto whole = broken;
    broken[1].begins = true;
    EXPECT_EQ(changes(whole, broken).size(), 1u);
}

TEST(ColumnLineTest, RunsAreCutALittleOutsideAndKeepTheirNumber)
{
    const Points first{{1000, 1}, {1010, 2}};
    const Points second{{1040, 3}, {1050, 4}, {1060, 5}, {1090, 6}};
    const std::vector<std::span<const QPointF>> runs{first, second};
    const auto line = models::columnLine(runs, kView);
    const auto some = models::runsWithin(line, 1062, 1064, 1000);
    ASSERT_EQ(some.size(), 1u);
    EXPECT_EQ(some[0].index, 2u);
    EXPECT_EQ(some[0].points, (QList<QPointF>{{50, 4}, {60, 5}, {90, 6}}));
    EXPECT_EQ(models::runsWithin(line, 1000, 1100, 1000).size(), 2u);
}

} // namespace
