// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/ring_places.h"

#include "ingest/metrics/floor_division.h"

#include <gtest/gtest.h>

#include <set>

namespace {

using ingest::metrics::floorDivide;
using ingest::metrics::kNoBucket;
using ingest::metrics::RingPlaces;

TEST(RingPlaces, HoldsNothingAtFirst)
{
    const RingPlaces places(7);
    EXPECT_EQ(places.newest(), kNoBucket);
    EXPECT_FALSE(places.holds(0));
    EXPECT_FALSE(places.holds(1'790'000'000));
    EXPECT_FALSE(places.holds(-5));
}

TEST(RingPlaces, HoldsTheLastBucketsAndNoneAhead)
{
    RingPlaces places(7);
    places.advanceTo(100);
    EXPECT_FALSE(places.holds(93));
    EXPECT_TRUE(places.holds(94));
    EXPECT_TRUE(places.holds(100));
    EXPECT_FALSE(places.holds(101));
    EXPECT_EQ(places.oldest(), 94);
    places.advanceTo(99); // an earlier one changes nothing
    EXPECT_EQ(places.newest(), 100);
}

// A bucket keeps its place for as long as it is held, and no two share one; before 1970 as well.
TEST(RingPlaces, GivesEachBucketThePlaceThatADivisionGives)
{
    constexpr std::int64_t kKept = 7;
    RingPlaces places(kKept);
    for (const std::int64_t newest : {-50, -49, -45, -8, -1, 0, 1, 6, 7, 8, 30, 1'000'003}) {
        places.advanceTo(newest);
        std::set<std::size_t> taken;
        for (std::int64_t bucket = places.oldest(); bucket <= newest; ++bucket) {
            const std::int64_t place = bucket - floorDivide(bucket, kKept) * kKept;
            EXPECT_EQ(places[bucket], static_cast<std::size_t>(place)) << newest << " " << bucket;
            taken.insert(places[bucket]);
        }
        EXPECT_EQ(taken.size(), static_cast<std::size_t>(kKept));
    }
}

} // namespace
