// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/match_table.h"

#include <gtest/gtest.h>

#include <array>

namespace {

using ingest::metrics::kNoValue;
using ingest::metrics::MatchTable;
using ingest::metrics::StepMask;

TEST(MatchTable, GivesEqualCombinationsOneNumber)
{
    MatchTable table(1, 2);
    EXPECT_EQ(table.intern(std::array<StepMask, 1>{0}, std::array{kNoValue, kNoValue}), 0u);
    const auto match = table.intern(std::array<StepMask, 1>{5}, std::array{7u, 8u});
    EXPECT_EQ(table.intern(std::array<StepMask, 1>{5}, std::array{8u, 7u}), match + 1);
    EXPECT_EQ(table.intern(std::array<StepMask, 1>{5}, std::array{7u, 8u}), match);
    EXPECT_EQ(table.mask(match, 0), 5u);
    EXPECT_EQ(table.value(match, 0), 7u);
    EXPECT_EQ(table.value(match, 1), 8u);
    EXPECT_EQ(table.overflow(), 0u);
}

TEST(MatchTable, BeyondItsCapKeepsTheStepsAndCountsTheValues)
{
    MatchTable table(1, 1);
    for (std::uint32_t value = 0; value + 1 < MatchTable::kMostRows; ++value)
        table.intern(std::array<StepMask, 1>{1}, std::array{value});
    EXPECT_EQ(table.overflow(), 0u);
    for (const std::uint32_t value : {5'000'000u, 5'000'001u}) {
        const auto match = table.intern(std::array<StepMask, 1>{2}, std::array{value});
        EXPECT_EQ(table.mask(match, 0), 2u);
        EXPECT_EQ(table.value(match, 0), MatchTable::kOtherValue);
    }
    EXPECT_EQ(table.overflow(), 2u);
    EXPECT_EQ(table.value(table.intern(std::array<StepMask, 1>{1}, std::array{3u}), 0), 3u);
    EXPECT_EQ(table.overflow(), 2u);
}

} // namespace
