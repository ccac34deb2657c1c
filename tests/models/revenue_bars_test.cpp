// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/revenue_bars.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using ingest::Window;
using small::kAsOf;
using small::kAsOfMs;
using std::chrono::seconds;

// Five minutes in bars of ten seconds, in steps of five.
struct RevenueBarsTest : testing::Test
{
    RevenueBarsTest() : m_shown(Window::fiveMinutes)
    {
        ingest::SumSnapshot sum;
        sum.seriesCurrency.letters = {'E', 'U', 'R'};
        sum.sums = {{sum.seriesCurrency, 60'000, 2}};
        sum.series = small::seriesToNow(std::vector<std::int64_t>(60, 1'000), seconds(5));
        m_shown.add("revenue", sum);
        m_shown.configuration->experience.revenue = "revenue";
    }
    ingest::SumSnapshot &sum()
    {
        return std::get<ingest::SumSnapshot>(m_shown.metrics->signals[0].value);
    }
    models::RevenueBars bars() { return models::revenueBars(m_shown.snapshot).value(); }
    small::SmallSnapshot m_shown;
};

TEST_F(RevenueBarsTest, IsMissingWithoutASumInItsRole)
{
    m_shown.configuration->experience.revenue = "";
    EXPECT_FALSE(models::revenueBars(m_shown.snapshot));
}

TEST_F(RevenueBarsTest, SayWhatTheWorstIncidentHasCostInTheirCurrency)
{
    EXPECT_TRUE(bars().lost.isEmpty());
    ingest::Incident incident;
    incident.since = kAsOf - seconds(120);
    incident.cost.lostSums = {{ingest::wire::CurrencyCode{{'U', 'S', 'D'}}, 90'000, 2}};
    m_shown.snapshot.incidents = {incident};
    EXPECT_TRUE(bars().lost.isEmpty()) << "of another currency";
    m_shown.snapshot.incidents.front().cost.lostSums.push_back({sum().seriesCurrency, 123'400, 2});
    EXPECT_EQ(small::plain(bars().lost), "E1.2_k");
    EXPECT_EQ(bars().lostSinceMs, kAsOfMs - 120'000);
    m_shown.snapshot.incidents.front().until = kAsOf;
    EXPECT_TRUE(bars().lost.isEmpty());
}

TEST_F(RevenueBarsTest, BarsAreMajorUnitsPerMinute)
{
    const auto lane = bars();
    ASSERT_EQ(lane.bars.size(), 30u);
    EXPECT_EQ(lane.currency, QStringLiteral("EUR"));
    for (const models::RevenueBar &bar : lane.bars) {
        EXPECT_DOUBLE_EQ(bar.perMinute, 120); // 20 euro in ten seconds
        EXPECT_TRUE(bar.complete);
    }
    EXPECT_EQ(lane.bars.front().fromMs, kAsOfMs - 300'000);
    EXPECT_EQ(lane.bars.back().toMs, kAsOfMs);
}

TEST_F(RevenueBarsTest, TheOpenBarGoesOnFromTheLastOne)
{
    sum().series.start -= seconds(5); // ends in the middle of a bar of ten seconds
    m_shown.snapshot.asOf -= seconds(5);
    m_shown.snapshot.engineTime = m_shown.snapshot.asOf + std::chrono::milliseconds(500);
    m_shown.snapshot.open.emplace().signals.push_back({100, 0, {}});
    const auto lane = bars();
    ASSERT_TRUE(lane.open);
    EXPECT_EQ(lane.open->fromMs, kAsOfMs - 10'000);
    EXPECT_EQ(lane.open->toMs, kAsOfMs - 4'500);
    EXPECT_DOUBLE_EQ(lane.open->perMinute, (10 + 1) / 5.5 * 60); // euro
    EXPECT_DOUBLE_EQ(lane.bars.back().perMinute, 120);
    EXPECT_FALSE(lane.open->complete);
}

TEST_F(RevenueBarsTest, AnOpenSecondAfterACompleteBarBeginsTheNext)
{
    m_shown.snapshot.engineTime = kAsOf + std::chrono::milliseconds(500);
    m_shown.snapshot.open.emplace().signals.push_back({100, 0, {}});
    EXPECT_EQ(bars().open->fromMs, kAsOfMs);
    EXPECT_DOUBLE_EQ(bars().open->perMinute, 120);
}

TEST_F(RevenueBarsTest, TheCurrencyDecidesTheMinorUnit)
{
    sum().seriesCurrency.letters = {'J', 'P', 'Y'};
    sum().sums = {{sum().seriesCurrency, 60'000, 0}};
    EXPECT_DOUBLE_EQ(bars().bars.front().perMinute, 12'000);
    EXPECT_EQ(bars().exponent, 0);
}

TEST_F(RevenueBarsTest, SaysThatThereAreOtherCurrencies)
{
    EXPECT_FALSE(bars().otherCurrencies);
    sum().sums.push_back({{{'C', 'H', 'F'}}, 5, 2});
    EXPECT_TRUE(bars().otherCurrencies);
}

TEST_F(RevenueBarsTest, ABarThatIsCutIsARateOverItsObservedPart)
{
    m_shown.snapshot.observed = seconds(25);
    const auto lane = bars();
    ASSERT_EQ(lane.bars.size(), 3u);
    EXPECT_FALSE(lane.bars[0].complete);
    EXPECT_DOUBLE_EQ(lane.bars[0].observedMs, 5'000);
    EXPECT_DOUBLE_EQ(lane.bars[0].perMinute, 120);
    EXPECT_EQ(lane.lastComplete(), &lane.bars[2]);
}

TEST_F(RevenueBarsTest, ABarThatHasJustBegunIsNotTheLastCompleteOne)
{
    sum().series.points.push_back(1'000);
    m_shown.snapshot.asOf = kAsOf + seconds(3);
    const auto lane = bars();
    EXPECT_DOUBLE_EQ(lane.bars.back().perMinute, 200);
    EXPECT_EQ(lane.lastComplete()->toMs, kAsOfMs);
}

TEST_F(RevenueBarsTest, NothingIsDrawnAfterTheLastTrustedInstant)
{
    m_shown.metrics->signals[0].silentSources = {"/shop/orders"};
    m_shown.metrics->signals[0].staleSince = kAsOf - seconds(60);
    EXPECT_EQ(bars().bars.back().toMs, kAsOfMs - 60'000);
}

TEST_F(RevenueBarsTest, TheRangeStartsAtZeroUnlessRefundsPrevail)
{
    EXPECT_EQ(bars().wantedRange(), (models::ValueRange{0, 120 * 1.1}));
    sum().series.points.assign(60, -1'000);
    EXPECT_EQ(bars().wantedRange(), (models::ValueRange{-120 * 1.1, 0}));
    sum().series.points.assign(60, 0);
    EXPECT_GT(bars().wantedRange().high, 0);
}

TEST(RevenueBarWidthTest, EveryBarHoldsWholeSteps)
{
    for (const Window window : ingest::kWindows)
        EXPECT_EQ(models::barWidthOf(window).count() % ingest::chartStepOf(window).count(), 0);
}

} // namespace
