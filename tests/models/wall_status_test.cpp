// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_status.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace {

using models::Status;
using models::WallStatus;
using models::WallWord;
using Trust = WallStatus::Trust;

WallWord at(WallStatus &status, Status worst, std::int64_t second, Status atLeast = Status::normal)
{
    return status.update(Trust::trusted, worst, atLeast, second);
}

TEST(WallStatusTest, SaysNoDataBeforeAnything)
{
    EXPECT_EQ(WallStatus().word(), WallWord::noData);
}

TEST(WallStatusTest, AFigureMustBeBadForTwoMinutes)
{
    WallStatus status;
    at(status, Status::normal, 1000);
    for (int second = 1001; second < 1121; ++second)
        ASSERT_EQ(at(status, Status::bad, second), WallWord::healthy) << second;
    EXPECT_EQ(at(status, Status::bad, 1121), WallWord::critical);
    EXPECT_EQ(status.since(), 1121);
}

TEST(WallStatusTest, OneGoodSecondBeginsTheTwoMinutesAnew)
{
    WallStatus status;
    for (int second = 0; second < 2000; ++second)
        ASSERT_EQ(at(status, second % 100 == 0 ? Status::normal : Status::bad, second),
                  WallWord::healthy);
}

TEST(WallStatusTest, ItStaysCriticalForTwoMinutesAfterwards)
{
    WallStatus status;
    ASSERT_EQ(at(status, Status::bad, 0), WallWord::critical); // nothing better was ever known
    for (int second = 1; second < 121; ++second)
        ASSERT_EQ(at(status, Status::normal, second), WallWord::critical) << second;
    EXPECT_EQ(at(status, Status::normal, 121), WallWord::healthy);
}

TEST(WallStatusTest, StaleDataAreSaidAtOnceAndTrustBeginsAnew)
{
    WallStatus status;
    at(status, Status::bad, 0);
    EXPECT_EQ(status.update(Trust::stale, Status::bad, Status::bad, 1), WallWord::stale);
    EXPECT_EQ(status.update(Trust::noData, Status::bad, Status::bad, 2), WallWord::noData);
    EXPECT_EQ(at(status, Status::look, 3), WallWord::degraded);
}

TEST(WallStatusTest, AnOpenIncidentCountsAtOnceAndGoesAtOnce)
{
    WallStatus status;
    at(status, Status::normal, 0);
    EXPECT_EQ(at(status, Status::normal, 1, Status::bad), WallWord::critical);
    EXPECT_EQ(at(status, Status::normal, 2), WallWord::healthy);
}

TEST(WallStatusTest, AStepBackInTimeBeginsAnew)
{
    WallStatus status;
    for (int second = 0; second < 300; ++second)
        at(status, Status::normal, second);
    EXPECT_EQ(at(status, Status::bad, 10), WallWord::critical);
}

// The definition, the slow obvious way, from everything seen since trust began: one value a second.
Status oracle(const std::vector<Status> &seen)
{
    Status level = seen.front();
    for (std::size_t now = models::kWordHeldSeconds; now < seen.size(); ++now) {
        const auto from =
            seen.begin() + static_cast<std::ptrdiff_t>(now) - models::kWordHeldSeconds;
        const auto to = seen.begin() + static_cast<std::ptrdiff_t>(now) + 1;
        level = std::clamp(level, *std::min_element(from, to), *std::max_element(from, to));
    }
    return level;
}

TEST(WallStatusTest, AgreesWithTheOracleOnRandomCourses)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int course = 0; course < 12; ++course) {
        WallStatus status;
        std::vector<Status> seen;
        const unsigned stay = 20u << (random() % 5);
        Status now = Status::normal;
        for (int second = 0; second < 1200; ++second) {
            if (random() % stay == 0)
                now = static_cast<Status>(random() % 3);
            seen.push_back(now);
            const WallWord word = at(status, now, 5000 + second);
            ASSERT_EQ(models::statusOf(word), oracle(seen))
                << "course " << course << " second " << second;
        }
    }
}

} // namespace
