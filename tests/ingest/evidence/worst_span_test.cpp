// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/worst_span.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest::evidence;

std::vector<Bin> usual(std::size_t bins)
{
    return std::vector<Bin>(bins, {1, 50, 1});
}

TEST(WorstSpan, findsAnOutageThatLasts)
{
    auto bins = usual(60);
    for (std::size_t i = 50; i < 60; ++i)
        bins[i] = {20, 50, 20};
    EXPECT_EQ(worstSpan(bins, 30), (BinSpan{50, 60}));
}

TEST(WorstSpan, findsAnOutageThatIsOver)
{
    auto bins = usual(60);
    for (std::size_t i = 20; i < 27; ++i)
        bins[i] = {20, 50, 20};
    EXPECT_EQ(worstSpan(bins, 30), (BinSpan{20, 27}));
}

TEST(WorstSpan, isNotMisledByMoreTraffic)
{
    auto bins = usual(60);
    for (std::size_t i = 20; i < 30; ++i)
        bins[i] = {10, 500, 10};
    bins[40] = {25, 50, 25};
    bins[41] = {25, 50, 25};
    EXPECT_EQ(worstSpan(bins, 30), (BinSpan{40, 42}));
}

TEST(WorstSpan, wantsEnoughFailures)
{
    auto bins = usual(10);
    bins[9] = {12, 50, 12};
    EXPECT_EQ(worstSpan(bins, 15)->end, 10u);
    EXPECT_LE(worstSpan(bins, 15)->begin, 6u);
    EXPECT_FALSE(worstSpan(bins, 1000));
    EXPECT_FALSE(worstSpan({}, 1));
}

} // namespace
