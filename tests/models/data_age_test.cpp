// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/data_age.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

ingest::Snapshot heard(std::chrono::milliseconds event, std::chrono::milliseconds now)
{
    ingest::Snapshot snapshot;
    snapshot.engineTime = ingest::Timestamp(now);
    snapshot.freshness.lastEvent = ingest::Timestamp(event);
    return snapshot;
}

TEST(DataAgeTest, HasNoneBeforeAnyEvent)
{
    models::DataAge age;
    EXPECT_FALSE(age.updateSeconds(ingest::Snapshot{}, 0, 0));
}

TEST(DataAgeTest, CountsFromTheArrivalOfTheLastEvent)
{
    models::DataAge age;
    EXPECT_EQ(age.updateSeconds(heard(10s, 12s), 0, 500'000), 2.0);
}

TEST(DataAgeTest, GoesOnThoughNoSnapshotComes)
{
    models::DataAge age;
    age.updateSeconds(heard(10s, 12s), 0, 500'000);
    EXPECT_EQ(age.updateSeconds(heard(10s, 12s), 60'000, 560'000), 62.0);
}

TEST(DataAgeTest, DoesNotCareForWhoSetsTheClock)
{
    models::DataAge age;
    age.updateSeconds(heard(10s, 12s), 0, 500'000);
    EXPECT_EQ(age.updateSeconds(heard(10s, 3600s), 0, 501'000), 3.0);
}

TEST(DataAgeTest, BeginsAnewWithTheNextEvent)
{
    models::DataAge age;
    age.updateSeconds(heard(10s, 70s), 0, 500'000);
    EXPECT_EQ(age.updateSeconds(heard(71s, 71s), 0, 501'000), 0.0);
}

} // namespace
