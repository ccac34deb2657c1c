// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/sequence_intervals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <random>

namespace {

using namespace ingest;
using metrics::SequenceIntervals;

constexpr Timestamp kSequenceIntervalsStart{std::chrono::seconds(1'790'000'000)};

Timestamp timeOf(std::uint64_t sequence)
{
    return kSequenceIntervalsStart + std::chrono::milliseconds(sequence);
}

// Missing sequences by the time they take.
std::map<std::optional<Timestamp>, std::uint64_t> gapsOf(const SequenceIntervals &intervals,
                                                         std::uint64_t baseline)
{
    std::map<std::optional<Timestamp>, std::uint64_t> gaps;
    intervals.forEachGap(
        baseline, [&gaps](std::uint64_t count, std::optional<Timestamp> at) { gaps[at] += count; });
    return gaps;
}

std::uint64_t lostOf(const SequenceIntervals &intervals, std::uint64_t baseline)
{
    const auto gaps = gapsOf(intervals, baseline);
    return std::accumulate(gaps.begin(), gaps.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto &gap) { return sum + gap.second; });
}

TEST(SequenceIntervals, GiveEveryMissingSequenceTheTimeOfTheNextInAnyOrder)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint64_t> received;
        const std::uint64_t first = 1 + random() % 50;
        for (std::uint64_t sequence = first; sequence < first + 200; ++sequence)
            if (random() % 3 != 0)
                received.push_back(sequence);
        std::map<std::optional<Timestamp>, std::uint64_t> expected;
        std::uint64_t next = 1;
        for (const std::uint64_t sequence : received) {
            if (sequence > next)
                expected[timeOf(sequence)] += sequence - next;
            next = sequence + 1;
        }
        std::ranges::shuffle(received, random);
        SequenceIntervals intervals;
        for (const std::uint64_t sequence : received) {
            ASSERT_TRUE(intervals.insert(sequence, timeOf(sequence)));
            ASSERT_FALSE(intervals.insert(sequence, timeOf(sequence)));
        }
        ASSERT_EQ(gapsOf(intervals, 1), expected);
    }
}

TEST(SequenceIntervals, HoldTheGreatestSequenceThereIs)
{
    constexpr std::uint64_t kGreatest = std::numeric_limits<std::uint64_t>::max();
    SequenceIntervals intervals;
    EXPECT_TRUE(intervals.insert(kGreatest, kSequenceIntervalsStart));
    EXPECT_TRUE(intervals.insert(0, kSequenceIntervalsStart));
    EXPECT_TRUE(intervals.insert(kGreatest - 1, kSequenceIntervalsStart));
    EXPECT_FALSE(intervals.insert(kGreatest, kSequenceIntervalsStart));
    EXPECT_EQ(intervals.lowest(), 0u);
    EXPECT_EQ(intervals.highest(), kGreatest);
    EXPECT_EQ(lostOf(intervals, 0), kGreatest - 2);
}

TEST(SequenceIntervals, LoseNothingOfTheCountWhenGapsAreClosed)
{
    SequenceIntervals intervals;
    constexpr std::uint64_t kSent = 4 * SequenceIntervals::kMaxIntervals;
    for (std::uint64_t sequence = 11; sequence < 11 + kSent; sequence += 2)
        intervals.insert(sequence, timeOf(sequence));
    EXPECT_LE(intervals.intervals(), SequenceIntervals::kMaxIntervals);
    EXPECT_EQ(lostOf(intervals, 11), kSent / 2 - 1);
    EXPECT_EQ(lostOf(intervals, 1), kSent / 2 - 1 + 10) << "the head stays lost";
    EXPECT_TRUE(intervals.insert(12, kSequenceIntervalsStart)) << "in a closed gap nobody can tell";
    EXPECT_EQ(lostOf(intervals, 1), kSent / 2 - 1 + 10);
    intervals.closeGaps(0);
    EXPECT_EQ(intervals.intervals(), 1u);
    EXPECT_EQ(lostOf(intervals, 1), kSent / 2 - 1 + 10);
}

} // namespace
