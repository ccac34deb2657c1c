// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/playhead.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using replay::Playhead;

constexpr Second kHeadAt{Seconds{1'800'000'000}};
constexpr Playhead::Clock::time_point kClockAt{1000s};

TEST(PlayheadTest, StandsStillUntilItPlays)
{
    Playhead head(kHeadAt);
    EXPECT_EQ(head.moveTo(kClockAt + 10s), kHeadAt);
    head.play(true, kClockAt + 10s);
    EXPECT_EQ(head.moveTo(kClockAt + 13s), kHeadAt + 3s);
    head.play(false, kClockAt + 14s);
    EXPECT_EQ(head.moveTo(kClockAt + 30s), kHeadAt + 4s);
}

TEST(PlayheadTest, AnotherSpeedCountsFromWhereItIs)
{
    Playhead head(kHeadAt);
    head.play(true, kClockAt);
    head.setSpeed(60, kClockAt + 2s);
    EXPECT_EQ(head.moveTo(kClockAt + 3s), kHeadAt + 62s);
    head.setSpeed(0.25, kClockAt + 3s);
    EXPECT_EQ(head.moveTo(kClockAt + 6s), kHeadAt + 62s);
    EXPECT_EQ(head.moveTo(kClockAt + 7s), kHeadAt + 63s);
}

TEST(PlayheadTest, PlaysOnFromWhereItWasMovedTo)
{
    Playhead head(kHeadAt);
    head.play(true, kClockAt);
    head.seek(kHeadAt - 100s, kClockAt + 5s);
    EXPECT_EQ(head.moveTo(kClockAt + 6s), kHeadAt - 99s);
}

TEST(PlayheadTest, WorkThatTookLongIsNoReasonToJump)
{
    Playhead head(kHeadAt);
    head.play(true, kClockAt);
    EXPECT_EQ(head.moveTo(kClockAt + 1s), kHeadAt + 1s);
    head.catchBreath(kClockAt + 9s);
    EXPECT_EQ(head.moveTo(kClockAt + 10s), kHeadAt + 2s);
}

} // namespace
