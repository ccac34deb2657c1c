// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/eviction_order.h"
#include "ingest/metrics/journey_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <vector>

namespace {

using ingest::metrics::EvictionOrder;
using ingest::metrics::JourneyTable;
using ingest::metrics::kNoJourney;

std::set<std::uint32_t> journeysOf(const JourneyTable &table, std::uint64_t key)
{
    std::set<std::uint32_t> journeys;
    for (std::uint32_t at = table.find(key); at != kNoJourney; at = table[at].next)
        journeys.insert(at);
    return journeys;
}

// Few homes, so that the slots collide and wrap round.
std::uint64_t drawKey(std::mt19937_64 &random)
{
    return (random() % 60) << 32 | (1020 + random() % 8);
}

TEST(JourneyTable, HoldsWhatAMapHolds)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    JourneyTable table(7);
    std::map<std::uint64_t, std::set<std::uint32_t>> expected;
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t key = drawKey(random);
        if (random() % 5 < 3 && expected[key].size() < 3) {
            expected[key].insert(table.insert(key));
        } else if (!expected[key].empty()) {
            const std::uint32_t journey = *expected[key].begin();
            table.erase(journey);
            expected[key].erase(journey);
        }
        const std::uint64_t other = drawKey(random);
        ASSERT_EQ(journeysOf(table, key), expected[key]);
        ASSERT_EQ(journeysOf(table, other), expected[other]);
    }
}

TEST(JourneyTable, HoldsMoreThanFitsIntoTheFirstSlabs)
{
    std::mt19937_64 random(7);
    JourneyTable grown(7);
    JourneyTable roomy(7);
    roomy.makeRoom(200'000);
    std::vector<std::uint64_t> keys(200'000);
    for (std::uint64_t &key : keys) {
        key = random();
        ASSERT_EQ(grown.insert(key), roomy.insert(key));
    }
    for (const std::uint64_t key : keys)
        for (const JourneyTable *table : {&grown, &roomy})
            ASSERT_EQ((*table)[table->find(key)].key, key);
}

TEST(EvictionOrder, GivesTheJourneyIdleLongestWhateverHappensBetween)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    JourneyTable table(7);
    EvictionOrder order;
    std::set<std::tuple<std::int64_t, std::uint64_t, std::uint32_t>> expected; // last, key
    for (int i = 0; i < 20'000; ++i) {
        const auto time = static_cast<std::int64_t>(random() % 1000) + i / 10;
        if (expected.size() < 200 || random() % 3 == 0) {
            const std::uint32_t journey = table.insert(random());
            table[journey].last = time;
            order.changed(table, journey);
            expected.emplace(time, table[journey].key, journey);
        } else if (random() % 2 == 0) {
            auto changed = *std::next(expected.begin(), static_cast<int>(random() % 20));
            expected.erase(changed);
            std::get<0>(changed) += 50;
            expected.insert(changed);
            table[std::get<2>(changed)].last += 50;
            order.changed(table, std::get<2>(changed));
        } else {
            const std::uint32_t oldest = order.oldest(table);
            ASSERT_EQ(oldest, std::get<2>(*expected.begin()));
            expected.erase(expected.begin());
            table.erase(oldest);
        }
    }
}

} // namespace
