// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/arrival_rate.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using ingest::ArrivalRate;
const ArrivalRate::Instant kArrivalStart{1000s};

TEST(ArrivalRate, SleepsTheLongestWhileNothingIsKnown)
{
    ArrivalRate rate(kArrivalStart);
    EXPECT_EQ(rate.until(512, 5ms), 5ms);
    rate.took(100'000, kArrivalStart + 99ms); // the tenth of a second is not over
    EXPECT_EQ(rate.until(512, 5ms), 5ms);
}

TEST(ArrivalRate, SleepsNoLongerThanSoManyFramesTake)
{
    ArrivalRate rate(kArrivalStart);
    for (int step = 1; step <= 10; ++step)
        rate.took(10'240, kArrivalStart + step * 10ms); // 1,024,000 a second
    EXPECT_EQ(rate.until(512, 5ms), 500us);
    EXPECT_EQ(rate.until(1'024, 5ms), 1ms);
    EXPECT_EQ(rate.until(512, 100us), 100us);
}

TEST(ArrivalRate, ForgetsWhatWasBeforeTheLastTenthOfASecond)
{
    ArrivalRate rate(kArrivalStart);
    rate.took(1'000'000, kArrivalStart + 100ms);
    rate.took(10, kArrivalStart + 200ms);
    EXPECT_EQ(rate.until(512, 5ms), 5ms);
    rate.took(0, kArrivalStart + 20s); // silence
    EXPECT_EQ(rate.until(512, 50ms), 50ms);
}

} // namespace
