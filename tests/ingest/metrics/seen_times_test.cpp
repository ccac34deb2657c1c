// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/seen_times.h"

#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using metrics::SeenTimes;

SeenTimes seenAt(const std::vector<Timestamp> &times)
{
    SeenTimes seen;
    for (const Timestamp time : times)
        seen.add(time);
    return seen;
}

// All of them are looked at.
std::optional<Timestamp> latestReturn(std::vector<Timestamp> times)
{
    std::ranges::sort(times);
    for (std::size_t i = times.size(); i-- > 1;)
        if (times[i] - times[i - 1] >= 1h)
            return times[i];
    return std::nullopt;
}

TEST(SeenTimes, CameBackAfterAnHourButNoLess)
{
    EXPECT_EQ(seenAt({test::at(0)}).returned(), std::nullopt) << "seen for the first time";
    EXPECT_EQ(seenAt({test::at(0), test::at(3600)}).returned(), test::at(3600));
    EXPECT_EQ(seenAt({test::at(1), test::at(3600)}).returned(), std::nullopt);
}

TEST(SeenTimes, CameBackWhateverTheOrder)
{
    EXPECT_EQ(seenAt({test::at(7200), test::at(0)}).returned(), test::at(7200));
    EXPECT_EQ(seenAt({test::at(7200), test::at(0), test::at(3700)}).returned(), test::at(3700));
    EXPECT_EQ(seenAt({test::at(7200), test::at(0), test::at(3599)}).returned(), test::at(7200));
}

TEST(SeenTimes, HasNeverBeenAwayWhereWhatFillsTheAbsenceComesLate)
{
    SeenTimes seen = seenAt({test::at(0), test::at(7000)});
    EXPECT_EQ(seen.returned(), test::at(7000));
    seen.add(test::at(3500));
    EXPECT_EQ(seen.returned(), std::nullopt);
}

TEST(SeenTimes, KnowsYearsBetween)
{
    const std::vector<Timestamp> years{test::at(0), test::at(-300e6), test::at(200e6)};
    EXPECT_EQ(seenAt(years).first(), test::at(-300e6));
    EXPECT_EQ(seenAt(years).last(), test::at(200e6));
    EXPECT_EQ(seenAt(years).returned(), test::at(200e6));
}

TEST(SeenTimes, SaysOfTheLastHourWhatTheOracleSaysInAnyOrder)
{
    std::mt19937_64 random(1);
    std::size_t returns = 0;
    for (int round = 0; round < 3000; ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        std::vector<Timestamp> times;
        const double span = 3600.0 * static_cast<double>(1 + random() % 30);
        const bool edges = random() % 2 == 0; // of whole half hours
        for (std::size_t i = 1 + random() % 60; i > 0; --i) {
            const double at = std::uniform_real_distribution<double>(0, span)(random);
            times.push_back(test::at(edges ? std::floor(at / 1800) * 1800 : at));
        }
        const SeenTimes inOrder = seenAt(times);
        std::ranges::shuffle(times, random);
        const SeenTimes seen = seenAt(times);
        ASSERT_EQ(seen.returned(), inOrder.returned());
        ASSERT_EQ(seen.first(), std::ranges::min(times));
        ASSERT_EQ(seen.last(), std::ranges::max(times));
        const std::optional<Timestamp> expected = latestReturn(times);
        if (expected && seen.last() - *expected < 1h) {
            ASSERT_EQ(seen.returned(), expected);
            ++returns;
        } else if (!expected) {
            ASSERT_EQ(seen.returned(), std::nullopt);
        }
    }
    EXPECT_GT(returns, 300u);
}

} // namespace
