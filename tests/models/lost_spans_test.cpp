// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lost_spans.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::kAsOfMs;

// A minute of 60 events a second, in steps of ten seconds.
struct LostSpansTest : testing::Test
{
    LostSpansTest() { m_shown.metrics->windowLedger.inWindows = 3'600; }
    std::vector<models::LostSpan> spansOf(std::vector<std::uint64_t> lost)
    {
        m_shown.metrics->lost =
            small::seriesToNow<std::uint64_t>(std::move(lost), std::chrono::seconds(10));
        return models::lostSpans(m_shown.snapshot);
    }
    small::SmallSnapshot m_shown;
};

TEST_F(LostSpansTest, NothingLostIsNothingShown)
{
    EXPECT_TRUE(spansOf({0, 0, 0, 0, 0, 0}).empty());
    m_shown.snapshot.metrics = nullptr;
    EXPECT_TRUE(models::lostSpans(m_shown.snapshot).empty());
}

TEST_F(LostSpansTest, ASpanCoversItsStep)
{
    const auto spans = spansOf({0, 0, 0, 60, 0, 0});
    ASSERT_EQ(spans.size(), 1u);
    EXPECT_EQ(spans[0].fromMs, kAsOfMs - 30'000);
    EXPECT_EQ(spans[0].toMs, kAsOfMs - 20'000);
    EXPECT_EQ(spans[0].lost, 60u);
    EXPECT_FALSE(spans[0].mostly);
}

TEST_F(LostSpansTest, NeighboursAreJoinedAndOthersAreNot)
{
    const auto spans = spansOf({60, 60, 0, 60, 0, 60});
    ASSERT_EQ(spans.size(), 3u);
    EXPECT_EQ(spans[0].toMs - spans[0].fromMs, 20'000);
    EXPECT_EQ(spans[0].lost, 120u);
}

TEST_F(LostSpansTest, LessThanAHundredthOfTheUsualIsNotWorthAMark)
{
    EXPECT_TRUE(spansOf({0, 0, 5, 0, 0, 0}).empty());
    EXPECT_EQ(spansOf({0, 0, 6, 0, 0, 0}).size(), 1u);
}

TEST_F(LostSpansTest, HalfOfWhatWasSentMakesTheLineUntrustworthy)
{
    EXPECT_FALSE(spansOf({0, 0, 599, 0, 0, 0}).at(0).mostly);
    EXPECT_TRUE(spansOf({0, 0, 600, 0, 0, 0}).at(0).mostly);
    EXPECT_TRUE(spansOf({0, 60, 600, 60, 0, 0}).at(0).mostly);
}

TEST_F(LostSpansTest, AnEndWithoutGoodbyeIsASpanOfUnknownLoss)
{
    ingest::SourceSnapshot source;
    source.tails = {
        {small::kAsOf - std::chrono::seconds(90), small::kAsOf - std::chrono::seconds(80)},
        {small::kAsOf - std::chrono::seconds(65), small::kAsOf - std::chrono::seconds(50)}};
    m_shown.snapshot.sources = {source};
    const auto spans = spansOf({0, 0, 0, 60, 0, 0});
    ASSERT_EQ(spans.size(), 2u) << "what ended before the window is not in it";
    EXPECT_FALSE(spans[0].unknown);
    EXPECT_TRUE(spans[1].unknown);
    EXPECT_EQ(spans[1].fromMs, kAsOfMs - 60'000);
    EXPECT_EQ(spans[1].toMs, kAsOfMs - 50'000);
}

} // namespace
