// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/revised_seconds.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using ingest::metrics::RevisedSeconds;

constexpr Second kRevisedAsOf{Seconds{1'800'000'000}};

std::vector<Second> ago(std::initializer_list<int> seconds)
{
    std::vector<Second> times;
    for (const int each : seconds)
        times.push_back(kRevisedAsOf - Seconds{each});
    return times;
}

TEST(RevisedSecondsTest, NamesThoseThatWereEnteredSinceThen)
{
    RevisedSeconds revised;
    revised.mark(kRevisedAsOf - Seconds{5}, kRevisedAsOf - Seconds{2});
    revised.mark(kRevisedAsOf - Seconds{900}, kRevisedAsOf - Seconds{1});
    revised.mark(kRevisedAsOf, kRevisedAsOf);
    EXPECT_EQ(revised.since(kRevisedAsOf - Seconds{2}, kRevisedAsOf), ago({900, 5, 0}));
    EXPECT_EQ(revised.since(kRevisedAsOf - Seconds{1}, kRevisedAsOf), ago({900, 0}));
}

TEST(RevisedSecondsTest, KnowsTheLastHourAlone)
{
    RevisedSeconds revised;
    revised.mark(kRevisedAsOf - Seconds{3600}, kRevisedAsOf); // over an hour late
    revised.mark(kRevisedAsOf - Seconds{3599}, kRevisedAsOf);
    EXPECT_EQ(revised.since(Second{}, kRevisedAsOf), ago({3599}));
    EXPECT_TRUE(revised.since(Second{}, kRevisedAsOf + Seconds{1}).empty());
}

} // namespace
