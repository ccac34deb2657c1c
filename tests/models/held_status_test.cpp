// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/held_status.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace {

using models::HeldStatus;
using models::Status;

TEST(HeldStatusTest, TheFirstOneCountsAsItIs)
{
    HeldStatus held;
    EXPECT_EQ(held.shown(), Status::unknown);
    EXPECT_EQ(held.update(Status::bad, 7), Status::bad);
}

TEST(HeldStatusTest, RisesOnlyAfterTwoBuckets)
{
    HeldStatus held;
    held.update(Status::normal, 0);
    EXPECT_EQ(held.update(Status::bad, 1), Status::normal);
    EXPECT_EQ(held.update(Status::bad, 2), Status::normal); // the second is not over yet
    EXPECT_EQ(held.update(Status::bad, 3), Status::bad);
}

TEST(HeldStatusTest, OneBadBucketAloneShowsNothing)
{
    HeldStatus quiet;
    quiet.update(Status::normal, 0);
    for (int bucket = 1; bucket < 30; ++bucket)
        EXPECT_EQ(quiet.update(bucket % 2 == 0 ? Status::bad : Status::normal, bucket),
                  Status::normal);
}

TEST(HeldStatusTest, FallsOnlyAfterFiveBuckets)
{
    HeldStatus held;
    held.update(Status::bad, 0);
    for (int bucket = 1; bucket <= 5; ++bucket)
        EXPECT_EQ(held.update(Status::normal, bucket), Status::bad) << bucket;
    EXPECT_EQ(held.update(Status::normal, 6), Status::normal);
}

TEST(HeldStatusTest, WhatCannotBeKnownIsShownAtOnceAndBeginsAnew)
{
    HeldStatus held;
    held.update(Status::bad, 0);
    EXPECT_EQ(held.update(Status::unknown, 1), Status::unknown);
    EXPECT_EQ(held.update(Status::normal, 2), Status::normal);
}

// The definition, the slow obvious way: from all buckets that are over.
Status oracle(const std::vector<Status> &closed, Status first)
{
    Status shown = first;
    for (std::size_t n = 1; n <= closed.size(); ++n) {
        if (n >= 2)
            shown = std::max(shown, std::min(closed[n - 1], closed[n - 2]));
        if (n >= 5) {
            Status most = Status::normal;
            for (std::size_t i = n - 5; i < n; ++i)
                most = std::max(most, closed[i]);
            shown = std::min(shown, most);
        }
    }
    return shown;
}

TEST(HeldStatusTest, AgreesWithTheOracleOnRandomCourses)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int course = 0; course < 300; ++course) {
        HeldStatus held;
        std::vector<Status> closed;
        Status first = Status::unknown;
        const int stay = std::uniform_int_distribution(1, 8)(random);
        Status now = Status::normal;
        for (int bucket = 0; bucket < 60; ++bucket) {
            if (random() % static_cast<unsigned>(stay) == 0)
                now = static_cast<Status>(random() % 3);
            // Several looks into one bucket: only the last one counts.
            held.update(static_cast<Status>(bucket == 0 ? unsigned(now) : random() % 3), bucket);
            const Status shown = held.update(now, bucket);
            if (bucket == 0)
                first = now;
            ASSERT_EQ(shown, oracle(closed, first)) << "course " << course << " bucket " << bucket;
            closed.push_back(now);
        }
    }
}

} // namespace
