// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency_bands.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::kAsOf;
using small::kAsOfMs;
using std::chrono::seconds;

ingest::Quantiles quantiles(double p50)
{
    return {p50, p50 * 2, p50 * 3, p50 * 4, p50 * 8, p50 * 16};
}

struct LatencyBandsTest : testing::Test
{
    LatencyBandsTest()
    {
        ingest::LatencySnapshot latency;
        latency.count = 500;
        latency.apdex = 0.9;
        latency.series = small::seriesToNow<ingest::Quantiles>(
            {quantiles(512), {}, quantiles(1024)}, seconds(20));
        m_shown.add("page_lcp", latency);
        m_shown.configuration->signals[0].thresholdsMs = {2'500, 4'000};
        m_shown.configuration->signals[0].apdexMs = 2'500;
        m_shown.configuration->experience.latency = "page_lcp";
    }
    models::LatencyBands bands() { return models::latencyBands(m_shown.snapshot).value(); }
    small::SmallSnapshot m_shown;
};

TEST_F(LatencyBandsTest, IsMissingWithoutALatencyInItsRole)
{
    m_shown.configuration->experience.latency = "other";
    EXPECT_FALSE(models::latencyBands(m_shown.snapshot));
}

TEST_F(LatencyBandsTest, TheOpenPointIsShownOnceItHoldsEnough)
{
    m_shown.snapshot.engineTime = kAsOf + std::chrono::milliseconds(250);
    m_shown.snapshot.open.emplace().signals.push_back({0, 99, quantiles(256)});
    EXPECT_FALSE(bands().open);
    m_shown.snapshot.open->signals[0].count = 100;
    EXPECT_EQ(bands().open, QPointF(kAsOfMs + 250, 9)); // p75
    EXPECT_EQ(bands().p75.back().x(), kAsOfMs);
    m_shown.metrics->signals[0].silentSources = {"/shop"};
    EXPECT_FALSE(bands().open);
}

TEST_F(LatencyBandsTest, PointsAreLogarithmsAndTimeWithoutValuesIsAGap)
{
    EXPECT_EQ(bands().p50, (std::vector<QPointF>{{kAsOfMs - 40'000, 9}, {kAsOfMs, 10}}));
    EXPECT_EQ(bands().p75, (std::vector<QPointF>{{kAsOfMs - 40'000, 10}, {kAsOfMs, 11}}));
    EXPECT_EQ(bands().p95, (std::vector<QPointF>{{kAsOfMs - 40'000, 11}, {kAsOfMs, 12}}));
    EXPECT_EQ(bands().p99, (std::vector<QPointF>{{kAsOfMs - 40'000, 12}, {kAsOfMs, 13}}));
}

TEST_F(LatencyBandsTest, UnobservedAndUntrustedTimeHasNoPoints)
{
    m_shown.snapshot.observed = seconds(30);
    EXPECT_EQ(bands().p75.size(), 1u);
    m_shown.metrics->signals[0].silentSources = {"/shop/web"};
    m_shown.metrics->signals[0].staleSince = kAsOf - seconds(20);
    EXPECT_TRUE(bands().p75.empty());
}

TEST_F(LatencyBandsTest, FewMeasurementsAreSaidToBeFewAndNoneAreNot)
{
    auto &latency = std::get<ingest::LatencySnapshot>(m_shown.metrics->signals[0].value);
    EXPECT_FALSE(bands().fewData);
    latency.count = 99;
    EXPECT_TRUE(bands().fewData);
    latency.count = 0;
    EXPECT_FALSE(bands().fewData);
}

TEST_F(LatencyBandsTest, TheRangeTakesInThresholdsThatAreNear)
{
    const models::ValueRange near = bands().wantedRange();
    EXPECT_LT(near.low, 9);
    EXPECT_GT(near.high, 13);
    m_shown.configuration->signals[0].thresholdsMs = {16'384}; // 2^14, one above the p99
    EXPECT_GT(bands().wantedRange().high, 14);
    m_shown.configuration->signals[0].thresholdsMs = {65'536}; // 2^16 would flatten the lines
    EXPECT_LT(bands().wantedRange().high, 14);
}

TEST_F(LatencyBandsTest, CarriesWhatIsConfigured)
{
    EXPECT_EQ(bands().thresholdsMs, (std::vector<double>{2'500, 4'000}));
    EXPECT_EQ(bands().apdexMs, 2'500);
    EXPECT_EQ(bands().apdex, 0.9);
}

TEST_F(LatencyBandsTest, APointThatHasJustBegunIsDrawnOnceItHoldsEnough)
{
    auto &latency = std::get<ingest::LatencySnapshot>(m_shown.metrics->signals[0].value);
    latency.series.start += seconds(15); // the last point has 15 s to go
    latency.counts = small::seriesToNow<std::uint64_t>({300, 0, 99}, seconds(20));
    EXPECT_EQ(bands().p50.size(), 1u);
    latency.counts.points.back() = 100;
    EXPECT_EQ(bands().p50.back(), QPointF(kAsOfMs, 10));
}

} // namespace
