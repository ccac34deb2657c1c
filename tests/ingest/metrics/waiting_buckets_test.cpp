// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/waiting_buckets.h"

#include "tests/ingest/support/allocation_count.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace {

using namespace std::chrono_literals;
using ingest::Second;
using ingest::metrics::WaitingBuckets;

constexpr Second kWaitingBucketsStart{std::chrono::seconds(1'790'000'000)};
using Handed = std::vector<std::pair<std::int64_t, int>>;

Handed due(WaitingBuckets<int> &waiting, std::chrono::seconds after)
{
    Handed handed;
    waiting.release(kWaitingBucketsStart + after, [&](Second at, const std::vector<int> &items) {
        for (const int item : items)
            handed.emplace_back((at - kWaitingBucketsStart).count(), item);
    });
    return handed;
}

TEST(WaitingBuckets, HandOverWhatIsDueInOrderOfTime)
{
    WaitingBuckets<int> waiting;
    waiting.add(kWaitingBucketsStart + 3s, 30);
    waiting.add(kWaitingBucketsStart + 1s, 10);
    waiting.add(kWaitingBucketsStart + 2s, 20);
    waiting.add(kWaitingBucketsStart + 1s, 11);
    EXPECT_THAT(due(waiting, 0s), testing::IsEmpty());
    EXPECT_EQ(due(waiting, 2s), (Handed{{1, 10}, {1, 11}, {2, 20}}));
    waiting.add(kWaitingBucketsStart + 4s, 40);
    EXPECT_EQ(due(waiting, 9s), (Handed{{3, 30}, {4, 40}}));
    EXPECT_THAT(due(waiting, 99s), testing::IsEmpty());
}

TEST(WaitingBuckets, AllocateNothingOnceWarm)
{
    WaitingBuckets<int> waiting;
    std::uint64_t handed = 0;
    const auto pass = [&](std::chrono::seconds from) {
        for (int i = 0; i < 1000; ++i)
            waiting.add(kWaitingBucketsStart + from + std::chrono::seconds(i % 5), i);
        waiting.release(kWaitingBucketsStart + from + 5s,
                        [&](Second, const auto &items) { handed += items.size(); });
    };
    pass(0s);
    const std::uint64_t before = test::allocationCount();
    pass(10s);
    EXPECT_EQ(test::allocationCount(), before);
    EXPECT_EQ(handed, 2000u);
}

} // namespace
