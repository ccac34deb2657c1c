// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversion_series.h"

#include "ingest/metrics/wilson.h"
#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::kAsOf;
using small::kAsOfMs;
using std::chrono::seconds;

// Six points of ten seconds, the last two not matured.
struct ConversionSeriesTest : testing::Test
{
    ConversionSeriesTest()
    {
        ingest::FunnelSnapshot funnel;
        funnel.steps = {{"session.started", 1'000, {}}, {"order.completed", 100, 60.0}};
        funnel.maturing = seconds(20);
        funnel.series = small::seriesToNow<ingest::FunnelPoint>(
            {{200, 20, 0}, {0, 0, 0}, {200, 40, 0}, {400, 20, 0}, {200, 8, 5}, {100, 1, 9}},
            seconds(10));
        m_shown.add("checkout", funnel);
        m_shown.configuration->experience.conversion = "checkout";
    }
    models::ConversionSeries series() { return models::conversionSeries(m_shown.snapshot).value(); }
    small::SmallSnapshot m_shown;
};

TEST_F(ConversionSeriesTest, IsMissingWithoutAFunnelInItsRole)
{
    m_shown.configuration->experience.conversion = "";
    EXPECT_FALSE(models::conversionSeries(m_shown.snapshot));
    m_shown.add("orders", ingest::RateSnapshot{});
    m_shown.configuration->experience.conversion = "orders";
    EXPECT_FALSE(models::conversionSeries(m_shown.snapshot));
}

TEST_F(ConversionSeriesTest, PointsAreSharesAndEmptyCohortsAreGaps)
{
    EXPECT_EQ(series().matured,
              (std::vector<QPointF>{
                  {kAsOfMs - 50'000, 10}, {kAsOfMs - 30'000, 20}, {kAsOfMs - 20'000, 5}}));
}

TEST_F(ConversionSeriesTest, TheIntervalGoesWithItsPoint)
{
    const auto lane = series();
    ASSERT_EQ(lane.lower.size(), lane.matured.size());
    const ingest::Interval ci = ingest::metrics::wilson95(20, 400);
    EXPECT_DOUBLE_EQ(lane.lower.back().y(), 100 * ci.lower);
    EXPECT_DOUBLE_EQ(lane.upper.back().y(), 100 * ci.upper);
    EXPECT_EQ(lane.journeys, 400u);
    EXPECT_FALSE(lane.fewData);
}

TEST_F(ConversionSeriesTest, WhatMaturesBeginsWithTheLastMaturedPoint)
{
    EXPECT_EQ(series().maturingPoints,
              (std::vector<QPointF>{{kAsOfMs - 20'000, 5}, {kAsOfMs - 10'000, 4}, {kAsOfMs, 1}}));
}

TEST_F(ConversionSeriesTest, UnobservedTimeHasNoPoints)
{
    m_shown.snapshot.observed = seconds(30);
    EXPECT_EQ(series().matured, (std::vector<QPointF>{{kAsOfMs - 20'000, 5}}));
}

TEST_F(ConversionSeriesTest, NothingIsDrawnAfterTheLastTrustedInstant)
{
    m_shown.metrics->signals[0].silentSources = {"/shop/orders"};
    m_shown.metrics->signals[0].staleSince = kAsOf - seconds(25);
    const auto lane = series();
    EXPECT_EQ(lane.dataEndMs, kAsOfMs - 25'000);
    // Those who came in the last twenty seconds before it never had their time.
    EXPECT_EQ(lane.maturingFromMs, kAsOfMs - 45'000);
    EXPECT_EQ(lane.matured.back().x(), kAsOfMs - 50'000);
    EXPECT_EQ(lane.maturingPoints.back().x(), kAsOfMs - 20'000);
}

TEST_F(ConversionSeriesTest, FewJourneysAreSaidToBeFew)
{
    auto &funnel = std::get<ingest::FunnelSnapshot>(m_shown.metrics->signals[0].value);
    funnel.series.points[3] = {99, 9, 0};
    EXPECT_TRUE(series().fewData);
}

TEST_F(ConversionSeriesTest, TheRangeHoldsTheIntervalsAndStaysBetweenNoneAndAll)
{
    const auto lane = series();
    const models::ValueRange range = lane.wantedRange();
    for (const QPointF &point : lane.lower)
        EXPECT_GT(point.y(), range.low);
    for (const QPointF &point : lane.upper)
        EXPECT_LT(point.y(), range.high);
    EXPECT_GE(range.low, 0);
    EXPECT_LE(range.high, 100);
    EXPECT_EQ(models::ConversionSeries{}.wantedRange(), (models::ValueRange{0, 100}));
}

TEST_F(ConversionSeriesTest, TinyCohortsDoNotSpreadTheRange)
{
    const models::ValueRange before = series().wantedRange();
    auto &funnel = std::get<ingest::FunnelSnapshot>(m_shown.metrics->signals[0].value);
    funnel.series.points[1] = {3, 3, 0}; // 100 %, interval 44 to 100 %
    EXPECT_EQ(series().matured[1].y(), 100);
    EXPECT_EQ(series().wantedRange(), before);
}

TEST_F(ConversionSeriesTest, WhatShouldConvertYetCountsAsExpected)
{
    EXPECT_EQ(series().expected,
              (std::vector<QPointF>{
                  {kAsOfMs - 20'000, 5}, {kAsOfMs - 10'000, 100.0 * 13 / 200}, {kAsOfMs, 10}}));
}

TEST_F(ConversionSeriesTest, BeforeAnybodyHadTimeToConvertNothingIsExpectedNotZero)
{
    auto &funnel = std::get<ingest::FunnelSnapshot>(m_shown.metrics->signals[0].value);
    funnel.maturing = ingest::Seconds{3600};
    for (ingest::FunnelPoint &point : funnel.series.points)
        point = {200, 0, 0};
    EXPECT_TRUE(series().expected.empty());
    EXPECT_TRUE(series().maturingPoints.empty());
    EXPECT_EQ(series().wantedRange(), (models::ValueRange{0, 100}));
    funnel.series.points.back().converted = 1;
    EXPECT_FALSE(series().expected.empty());
}

TEST_F(ConversionSeriesTest, NamesWhatItDivides)
{
    EXPECT_EQ(series().ratio, QStringLiteral("order.completed ÷ session.started"));
    EXPECT_EQ(series().title, QStringLiteral("checkout"));
    m_shown.metrics->signals[0].title = "Conversion";
    EXPECT_EQ(series().title, QStringLiteral("Conversion"));
}

} // namespace
