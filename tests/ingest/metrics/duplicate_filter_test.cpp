// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/duplicate_filter.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using metrics::DuplicateFilter;

constexpr Timestamp kStart{std::chrono::seconds(1'790'000'000)};

TEST(DuplicateFilter, AgreesWithAMapOverDays)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    DuplicateFilter filter(1'000'000);
    std::map<std::uint64_t, Second> oracle;
    // Few keys with many equal low bits, so that they stand in each other's way.
    std::vector<std::uint64_t> keys;
    for (int i = 0; i < 3000; ++i)
        keys.push_back(random() & ~std::uint64_t{0x3f8});
    Timestamp now = kStart;
    for (int i = 0; i < 300'000; ++i) {
        now += std::chrono::milliseconds(random() % 2000);
        if (random() % 20'000 == 0)
            now += std::chrono::minutes(random() % (70 * 60));
        const std::uint64_t key = keys[random() % keys.size()];
        const Second second = bucketOf(now);
        const auto before = oracle.find(key);
        const bool expected = before != oracle.end() && second - before->second <= 600s;
        ASSERT_EQ(filter.seenBefore(key, now), expected) << "event " << i;
        oracle[key] = second;
    }
    EXPECT_EQ(filter.cuts(), 0u);
}

TEST(DuplicateFilter, RemembersTenMinutesAlsoAfterEighteenHours)
{
    DuplicateFilter filter(1000);
    EXPECT_FALSE(filter.seenBefore(7, kStart));
    EXPECT_TRUE(filter.seenBefore(7, kStart + 600s));
    EXPECT_FALSE(filter.seenBefore(7, kStart + 1201s));
    EXPECT_FALSE(filter.seenBefore(8, kStart + 1201s));
    for (Timestamp now = kStart + 1201s; now < kStart + 1201s + 65'536s; now += 500s)
        filter.seenBefore(9, now);
    EXPECT_FALSE(filter.seenBefore(8, kStart + 1201s + 65'536s));
}

TEST(DuplicateFilter, CutsItsMemoryShortAtItsCapAndSaysSo)
{
    std::mt19937_64 random(1);
    DuplicateFilter filter(1000);
    for (int i = 0; i < 100'000; ++i)
        filter.seenBefore(random(), kStart + std::chrono::milliseconds(10 * i));
    EXPECT_GT(filter.cuts(), 0u);
    filter.seenBefore(5, kStart + 1000s);
    EXPECT_TRUE(filter.seenBefore(5, kStart + 1001s)) << "the latest are still known";
}

} // namespace
