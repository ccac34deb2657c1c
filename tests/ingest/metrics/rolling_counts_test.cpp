// SPDX-License-Identifier: GPL-3.0-or-later
// TimeCounts, RunningCounts and DurationWindows against lists of everything that was added.
#include "ingest/metrics/duration_windows.h"
#include "ingest/metrics/running_counts.h"
#include "ingest/metrics/time_counts.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace {

using ingest::Window;
using ingest::metrics::DurationWindows;
using ingest::metrics::RunningCounts;
using ingest::metrics::TimeCounts;

constexpr std::int64_t kRollingCountsStart = 1'760'000'000;

struct AddedCount
{
    std::int64_t second;
    std::uint32_t cell;
    std::int32_t n;
};

class RollingCounts : public testing::Test
{
protected:
    RollingCounts() { RecordProperty("seed", std::to_string(m_seed)); }

    // Mostly now, sometimes up to 50 h ago; sometimes takes back what was added.
    AddedCount draw()
    {
        if (!m_added.empty() && m_random() % 4 == 0) {
            AddedCount back = m_added[m_random() % m_added.size()];
            if (back.n > 0) {
                back.n = -back.n;
                return back;
            }
        }
        const std::int64_t age =
            static_cast<std::int64_t>(m_random() % 3 == 0 ? m_random() % 180'000 : m_random() % 90);
        return {m_now - age, static_cast<std::uint32_t>(m_random() % 5), 1};
    }

    void step()
    {
        constexpr std::int64_t kSteps[] = {0, 1, 1, 7, 60, 1000, 20'000};
        m_now += kSteps[m_random() % std::size(kSteps)];
    }

    [[nodiscard]] std::int64_t sum(std::int64_t from, std::int64_t to, std::uint32_t cell) const
    {
        std::int64_t sum = 0;
        for (const AddedCount &added : m_added)
            if (added.second > from && added.second <= to && added.cell == cell)
                sum += added.n;
        return sum;
    }

    std::uint64_t m_seed = std::random_device{}();
    std::mt19937_64 m_random{m_seed};
    std::int64_t m_now = kRollingCountsStart;
    std::vector<AddedCount> m_added;
};

TEST_F(RollingCounts, TimeCountsAreExactBySecondForTwoHoursAndByMinuteForTwoDays)
{
    SCOPED_TRACE(testing::Message() << "seed " << m_seed);
    TimeCounts counts;
    for (int i = 0; i < 3000; ++i) {
        step();
        counts.advanceTo(m_now);
        AddedCount added = draw();
        added.cell = 0;
        counts.add(added.second, added.n);
        m_added.push_back(added);
        const auto age = static_cast<std::int64_t>(m_random() % 7200);
        EXPECT_EQ(counts.count(m_now - age, m_now),
                  static_cast<std::uint64_t>(sum(m_now - age, m_now, 0)));
        const std::int64_t old =
            (m_now - static_cast<std::int64_t>(m_random() % 172'000)) / 60 * 60;
        EXPECT_EQ(counts.count(old, m_now), static_cast<std::uint64_t>(sum(old, m_now, 0)));
        EXPECT_EQ(counts.total(), static_cast<std::uint64_t>(sum(0, m_now, 0)));
        if (HasFailure())
            return;
    }
}

TEST_F(RollingCounts, RunningCountsAreThoseOfTheirWindows)
{
    SCOPED_TRACE(testing::Message() << "seed " << m_seed);
    RunningCounts counts(5);
    for (int i = 0; i < 3000; ++i) {
        if (m_random() % 3 == 0)
            step();
        counts.advanceTo(m_now);
        m_added.push_back(draw());
        counts.add(m_added.back().cell, m_added.back().second, m_added.back().n);
        for (const Window window : ingest::kWindows) {
            const std::int64_t width = window == Window::oneDay ? 60 : 10;
            const std::int64_t from =
                window == Window::all ? 0 : (m_now - spanOf(window).count()) / width * width;
            for (std::uint32_t cell = 0; cell < 5; ++cell)
                ASSERT_EQ(counts.counts(window)[cell],
                          static_cast<std::uint32_t>(sum(from, m_now, cell)))
                    << nameOf(window);
        }
    }
}

TEST_F(RollingCounts, ABucketWithManyChangesKeepsOnlyTheirSum)
{
    RunningCounts counts(3);
    counts.advanceTo(kRollingCountsStart);
    for (int i = 0; i < 100'000; ++i)
        counts.add(i % 2 == 0 ? 1 : 2, kRollingCountsStart, 1);
    EXPECT_EQ(counts.counts(Window::oneHour)[1], 50'000u);
    counts.advanceTo(kRollingCountsStart + 3700);
    EXPECT_EQ(counts.counts(Window::oneHour)[1], 0u);
    EXPECT_EQ(counts.counts(Window::oneDay)[2], 50'000u);
    counts.advanceTo(kRollingCountsStart + 90'000);
    EXPECT_EQ(counts.counts(Window::oneDay)[2], 0u);
    EXPECT_EQ(counts.counts(Window::all)[2], 50'000u);
}

TEST_F(RollingCounts, DurationsHaveTheirQuantilesInEveryWindow)
{
    DurationWindows durations(2);
    durations.advanceTo(kRollingCountsStart);
    EXPECT_FALSE(durations.quantileSeconds(1, Window::oneHour, 0.5));
    for (std::int64_t i = 1; i <= 101; ++i)
        durations.add(1, kRollingCountsStart, i * 1'000'000'000, 1);
    EXPECT_NEAR(durations.quantileSeconds(1, Window::oneHour, 0.5).value(), 51, 51 * 0.0055);
    EXPECT_NEAR(durations.quantileSeconds(1, Window::all, 0.9).value(), 91, 91 * 0.0055);
    EXPECT_FALSE(durations.quantileSeconds(0, Window::oneHour, 0.5));
    durations.add(0, kRollingCountsStart, 0, 1);
    EXPECT_EQ(durations.quantileSeconds(0, Window::oneHour, 0.5), 0.0);
    for (std::int64_t i = 1; i <= 101; ++i)
        durations.add(1, kRollingCountsStart, i * 1'000'000'000, -1);
    EXPECT_FALSE(durations.quantileSeconds(1, Window::oneHour, 0.5));
}

} // namespace
