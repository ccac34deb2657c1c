// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failure_stack.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

#include <numeric>

namespace {

using small::kAsOf;
using small::kAsOfMs;
using std::chrono::seconds;

// Five minutes in steps of five seconds; every failing event belongs to a category.
struct FailureStackTest : testing::Test
{
    FailureStackTest() : m_shown(ingest::Window::fiveMinutes)
    {
        m_shown.metrics->failures = small::seriesToNow(std::vector<double>(60, 0.0), seconds(5));
    }
    void add(std::uint32_t ordinal, std::vector<std::uint64_t> counts)
    {
        ingest::CategorySnapshot category;
        category.ordinal = ordinal;
        category.category = "category " + std::to_string(ordinal);
        category.count = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
        m_shown.metrics->failuresCount += category.count;
        for (std::size_t i = 0; i < counts.size(); ++i)
            m_shown.metrics->failures.points[i] += double(counts[i]);
        category.series = small::seriesToNow(std::move(counts), seconds(5));
        m_shown.metrics->categories.push_back(std::move(category));
    }
    models::FailureStack stack() { return models::failureStack(m_shown.snapshot); }
    small::SmallSnapshot m_shown;
};

std::vector<std::uint64_t> steady(std::uint64_t each)
{
    return std::vector<std::uint64_t>(60, each);
}

TEST_F(FailureStackTest, NothingFailedIsAnEmptyStack)
{
    EXPECT_TRUE(stack().bands.empty());
    EXPECT_EQ(stack().endsMs.size(), 60u);
    m_shown.snapshot.metrics = nullptr;
    EXPECT_TRUE(stack().endsMs.empty());
}

TEST_F(FailureStackTest, BandsAreRatesPerMinute)
{
    add(0, steady(2));
    const auto shown = stack();
    ASSERT_EQ(shown.bands.size(), 1u);
    EXPECT_DOUBLE_EQ(shown.bands[0].perMinute.front(), 24);
    EXPECT_DOUBLE_EQ(shown.bands[0].perMinute.back(), 24);
    EXPECT_DOUBLE_EQ(shown.total.back(), 24);
    EXPECT_EQ(shown.endsMs.back(), kAsOfMs);
}

TEST_F(FailureStackTest, TheOpenSecondAddsToTheTotalAlone)
{
    add(0, steady(2));
    m_shown.snapshot.open.emplace().failures = 3;
    m_shown.snapshot.engineTime = kAsOf;
    EXPECT_FALSE(stack().open) << "nothing of it has passed";
    m_shown.snapshot.engineTime += std::chrono::milliseconds(500);
    const auto shown = stack();
    ASSERT_TRUE(shown.open);
    EXPECT_EQ(shown.open->x(), kAsOfMs + 500);
    EXPECT_DOUBLE_EQ(shown.open->y(), (2 + 2 + 3) / 10.5 * 60); // of 15 s the first 4.5 have gone
    EXPECT_EQ(shown.endsMs.back(), kAsOfMs);
    EXPECT_DOUBLE_EQ(shown.total.back(), 24);
    m_shown.snapshot.freshness.state = ingest::FreshnessState::stale;
    EXPECT_FALSE(stack().open);
}

TEST_F(FailureStackTest, AnOpenSecondWithinAPartialPointIsPartOfIt)
{
    add(0, steady(2));
    m_shown.metrics->failures.start += seconds(2); // the last point ends two seconds after asOf
    m_shown.metrics->failures.partial = true;
    m_shown.snapshot.open.emplace().failures = 3;
    m_shown.snapshot.engineTime = kAsOf + std::chrono::milliseconds(500);
    EXPECT_DOUBLE_EQ(stack().open->y(), (2 + 2 + 2 + 3) / 13.5 * 60);
}

TEST_F(FailureStackTest, OrderGoesByLetterWhateverTheCounts)
{
    add(2, steady(5));
    add(0, steady(9));
    add(1, steady(7));
    const auto shown = stack();
    ASSERT_EQ(shown.bands.size(), 3u);
    EXPECT_EQ(shown.bands[0].ordinal, 2u);
    EXPECT_EQ(shown.bands[1].ordinal, 1u);
    EXPECT_EQ(shown.bands[2].ordinal, 0u);
    EXPECT_FALSE(shown.bands[2].grown);
}

TEST_F(FailureStackTest, WhatGrewMostIsOnTop)
{
    std::vector<std::uint64_t> growing = steady(2);
    std::fill(growing.begin() + 40, growing.end(), 30);
    add(0, steady(9));
    add(1, growing);
    const auto shown = stack();
    EXPECT_EQ(shown.bands.back().ordinal, 1u);
    EXPECT_TRUE(shown.bands.back().grown);
    EXPECT_FALSE(shown.bands.front().grown);
}

TEST_F(FailureStackTest, EverythingBeyondSevenBandsIsOneBandAtTheBottom)
{
    for (std::uint32_t i = 0; i < 10; ++i)
        add(i, steady(1));
    const auto shown = stack();
    ASSERT_EQ(shown.bands.size(), models::kFailureBands + 1);
    EXPECT_FALSE(shown.bands.front().ordinal);
    EXPECT_EQ(shown.bands.front().count, 180u);
    EXPECT_DOUBLE_EQ(shown.bands.front().perMinute.back(), 36);
}

TEST_F(FailureStackTest, TheBandsAddUpToTheTotal)
{
    for (std::uint32_t i = 0; i < 10; ++i)
        add(i, steady(i + 1));
    const auto shown = stack();
    for (std::size_t i = 0; i < shown.endsMs.size(); ++i) {
        double sum = 0;
        for (const models::FailureBand &band : shown.bands)
            sum += band.perMinute[i];
        EXPECT_NEAR(sum, shown.total[i], 1e-9);
    }
    EXPECT_GE(shown.wantedRange().high, shown.total.back());
    EXPECT_EQ(shown.wantedRange().low, 0);
}

TEST_F(FailureStackTest, UnobservedAndUntrustedTimeIsLeftOut)
{
    add(0, steady(1));
    m_shown.snapshot.observed = seconds(100);
    EXPECT_EQ(stack().endsMs.size(), 20u);
    m_shown.snapshot.freshness.state = ingest::FreshnessState::stale;
    m_shown.snapshot.freshness.lastEvent = kAsOf - seconds(50);
    const auto shown = stack();
    EXPECT_EQ(shown.endsMs.size(), 10u);
    EXPECT_EQ(shown.bands[0].perMinute.size(), 10u);
    EXPECT_EQ(shown.endsMs.back(), kAsOfMs - 50'000);
}

} // namespace
