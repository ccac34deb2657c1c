// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decimate.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace {

using DecimatePoints = std::vector<QPointF>;

TEST(DecimateTest, KeepsColumnsWithOneOrTwoPointsAsTheyAre)
{
    const DecimatePoints points{{0.1, 5}, {0.9, 4}, {1.5, 7}};
    EXPECT_EQ(models::decimate(points, 0, 2, 2), points);
}

TEST(DecimateTest, KeepsTheLowestAndTheHighestOfAColumnInOrderOfX)
{
    const DecimatePoints points{{0.1, 5}, {0.2, 9}, {0.3, 1}, {0.4, 5}};
    EXPECT_EQ(models::decimate(points, 0, 1, 1), (DecimatePoints{{0.2, 9}, {0.3, 1}}));
}

TEST(DecimateTest, KeepsOnePointOfALevelColumn)
{
    EXPECT_EQ(models::decimate(DecimatePoints{{0.1, 5}, {0.2, 5}, {0.3, 5}}, 0, 1, 1).size(), 2u);
}

TEST(DecimateTest, ReachesTheEdgesByTheNearestPointOutside)
{
    const DecimatePoints points{{-2, 0}, {-1, 1}, {0.5, 2}, {3, 3}, {4, 4}};
    EXPECT_EQ(models::decimate(points, 0, 1, 10), (DecimatePoints{{-1, 1}, {0.5, 2}, {3, 3}}));
}

TEST(DecimateTest, DrawsNothingWithoutWidthOrSpan)
{
    const DecimatePoints points{{0, 0}, {1, 1}};
    EXPECT_TRUE(models::decimate(points, 0, 1, 0).empty());
    EXPECT_TRUE(models::decimate(points, 1, 1, 10).empty());
    EXPECT_TRUE(models::decimate({}, 0, 1, 10).empty());
}

TEST(DecimateTest, KeepsTheExtremesOfEveryColumnOfRandomLines)
{
    constexpr unsigned kSeed = 20231114;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    std::mt19937 random(kSeed);
    std::uniform_real_distribution<double> any(0, 1);
    for (int round = 0; round < 200; ++round) {
        DecimatePoints points;
        const int columns = 1 + static_cast<int>(random() % 60);
        for (auto n = random() % 500; n > 0; --n)
            points.emplace_back(any(random) * columns, any(random));
        std::sort(points.begin(), points.end(),
                  [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); });
        const DecimatePoints out = models::decimate(points, 0, columns, columns);

        using Extremes = std::map<int, std::pair<double, double>>;
        const auto extremesOf = [](const DecimatePoints &line) {
            Extremes extremes;
            for (const QPointF &p : line) {
                const auto [at, fresh] = extremes.try_emplace(int(p.x()), p.y(), p.y());
                at->second = {std::min(at->second.first, p.y()),
                              std::max(at->second.second, p.y())};
            }
            return extremes;
        };
        EXPECT_EQ(extremesOf(out), extremesOf(points));
        EXPECT_LE(out.size(), 2 * extremesOf(points).size());
        EXPECT_TRUE(
            std::includes(points.begin(), points.end(), out.begin(), out.end(),
                          [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
    }
}

TEST(RunsOfTest, BreaksWhereTheGapIsTooWide)
{
    const DecimatePoints points{{0, 0}, {1, 0}, {5, 0}, {6, 0}, {7, 0}, {20, 0}};
    const auto runs = models::runsOf(points, 2, 10);
    ASSERT_EQ(runs.size(), 3u);
    EXPECT_EQ(runs[0].size(), 2u);
    EXPECT_EQ(runs[1].size(), 3u);
    EXPECT_EQ(runs[2].size(), 1u);
}

TEST(RunsOfTest, BridgesTheNarrowestGapsFirst)
{
    const DecimatePoints points{{0, 0}, {5, 0}, {20, 0}, {23, 0}};
    const auto runs = models::runsOf(points, 2, 2);
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[0].size(), 2u);
    EXPECT_EQ(runs[1].front().x(), 20);
}

TEST(RunsOfTest, HasNoRunsWithoutPoints)
{
    EXPECT_TRUE(models::runsOf({}, 2, 2).empty());
}

} // namespace
