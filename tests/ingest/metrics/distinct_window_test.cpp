// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/distinct_window.h"

#include "ingest/metrics/seeded_hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using metrics::DistinctWindow;

constexpr Second kDistinctWindowStart{Seconds(1'790'000'003)};

// A hash good in all its bits, as the engine's journey keys are.
std::uint64_t keyOf(std::uint64_t number, int generation)
{
    return metrics::seededHash(std::to_string(number) + "/" + std::to_string(generation), 1);
}

struct Seen
{
    std::uint64_t key;
    Second at;
};

std::uint64_t oracle(const std::vector<Seen> &events, Window window, Second asOf)
{
    std::set<std::uint64_t> keys;
    for (const Seen &event : events) {
        Second start = window == Window::all ? Second::min() : asOf - spanOf(window);
        if (window == Window::oneDay)
            start = std::chrono::floor<std::chrono::minutes>(start);
        if (event.at > start && event.at <= asOf)
            keys.insert(event.key);
    }
    return keys.size();
}

TEST(DistinctWindow, AgreesWithItsOracleInAnyOrderOfArrival)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (int round = 0; round < 40; ++round) {
        std::vector<Seen> events;
        const std::uint64_t span = 1 + random() % 86'000;
        for (int i = 0; i < 1500; ++i)
            events.push_back(
                {keyOf(random() % 300, 0),
                 kDistinctWindowStart + Seconds(static_cast<std::int64_t>(random() % span))});
        std::ranges::shuffle(events, random);
        DistinctWindow distinct(100'000, DistinctWindow::Sketches::always, 7);
        const Second end = kDistinctWindowStart + Seconds(static_cast<std::int64_t>(span));
        for (std::size_t i = 0; i < events.size(); ++i) {
            distinct.record(events[i].key, events[i].at);
            if (i % 500 == 0)
                distinct.advanceTo(end - 20s);
        }
        distinct.advanceTo(end);
        for (const Window window : kWindows) {
            const auto got = distinct.count(window);
            ASSERT_EQ(got.count, oracle(events, window, end))
                << nameOf(window) << " round " << round;
            ASSERT_TRUE(got.exact);
        }
    }
}

TEST(DistinctWindow, ForgetsKeysThatLeftEveryWindow)
{
    DistinctWindow distinct(1000, DistinctWindow::Sketches::always, 7);
    for (int day = 0; day < 10; ++day) {
        for (std::uint64_t i = 0; i < 500; ++i)
            distinct.record(keyOf(i, day), kDistinctWindowStart + 25h * day);
        distinct.advanceTo(kDistinctWindowStart + 25h * day);
        EXPECT_EQ(distinct.count(Window::oneDay).count, 500u);
        EXPECT_TRUE(distinct.count(Window::oneDay).exact);
    }
    EXPECT_FALSE(distinct.count(Window::all).exact);
    EXPECT_NEAR(static_cast<double>(distinct.count(Window::all).count), 5000.0, 350.0);
}

TEST(DistinctWindow, EstimatesBeyondItsCapAndSaysSo)
{
    for (const auto sketches :
         {DistinctWindow::Sketches::always, DistinctWindow::Sketches::whenCapped}) {
        DistinctWindow distinct(1000, sketches, 7);
        for (std::uint64_t i = 0; i < 20'000; ++i)
            distinct.record(keyOf(i, 7),
                            kDistinctWindowStart + Seconds(static_cast<std::int64_t>(i / 100)));
        distinct.advanceTo(kDistinctWindowStart + 300s);
        const auto got = distinct.count(Window::oneHour);
        EXPECT_FALSE(got.exact);
        EXPECT_NEAR(static_cast<double>(got.count), 20'000.0, 20'000.0 * 0.064);
    }
}

TEST(DistinctWindow, WaitsForEventsAheadOfAsOf)
{
    DistinctWindow distinct(1000, DistinctWindow::Sketches::never, 7);
    distinct.advanceTo(kDistinctWindowStart);
    distinct.record(1, kDistinctWindowStart - 30s);
    distinct.record(1, kDistinctWindowStart + 8s);
    EXPECT_EQ(distinct.count(Window::oneMinute).count, 1u);
    distinct.advanceTo(kDistinctWindowStart + 7s);
    EXPECT_EQ(distinct.count(Window::oneMinute).count, 1u);
    distinct.advanceTo(kDistinctWindowStart + 67s);
    EXPECT_EQ(distinct.count(Window::oneMinute).count, 1u);
    distinct.advanceTo(kDistinctWindowStart + 68s);
    EXPECT_EQ(distinct.count(Window::oneMinute).count, 0u);
}

} // namespace
