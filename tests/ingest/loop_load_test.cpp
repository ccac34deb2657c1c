// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/loop_load.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
const ingest::LoopLoad::Instant kLoopLoadStart{1000s};

TEST(LoopLoad, BusyIsTheShareOfTheSecondNotSpentWaiting)
{
    ingest::LoopLoad load(kLoopLoadStart, 512);
    load.waited(700ms);
    load.tookBurst(12, kLoopLoadStart + 900ms);
    EXPECT_EQ(load.snapshot().last.busy, 0); // the second is not over
    load.tookBurst(3, kLoopLoadStart + 1000ms);
    EXPECT_NEAR(load.snapshot().last.busy, 0.3, 1e-9);
    EXPECT_EQ(load.snapshot().last.largestBurst, 12u);
    EXPECT_GT(load.snapshot().last.residentBytes, 1u << 20);
}

TEST(LoopLoad, TheNextSecondBeginsAnew)
{
    ingest::LoopLoad load(kLoopLoadStart, 512);
    load.tookBurst(500, kLoopLoadStart + 1s);
    load.waited(1s);
    load.tookBurst(1, kLoopLoadStart + 2s);
    EXPECT_NEAR(load.snapshot().last.busy, 0, 1e-9);
    EXPECT_EQ(load.snapshot().last.largestBurst, 1u);
}

TEST(LoopLoad, AStepKeepsTheWorstOfItsSecondsAndAnHourIsKept)
{
    ingest::LoopLoad load(kLoopLoadStart, 512);
    for (int second = 1; second <= 3700; ++second)
        load.tookBurst(second % 10 == 5 ? 400 : 2, kLoopLoadStart + std::chrono::seconds(second));
    const auto course = load.snapshot().course;
    ASSERT_EQ(course->size(), ingest::LoopLoad::kSteps);
    for (const ingest::LoadPoint &point : *course)
        EXPECT_EQ(point.largestBurst, 400u);
}

} // namespace
