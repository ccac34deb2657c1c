// SPDX-License-Identifier: GPL-3.0-or-later
// Behind every point and bar of the charts lies a list as long, or worth as much, as it says.
#include "models/asked_point.h"

#include "models/conversion_series.h"
#include "models/failure_stack.h"
#include "models/revenue_bars.h"
#include "models/time_axis.h"
#include "tests/models/support/random_shop.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace {

using namespace ingest;
using models::ChartLine;

constexpr std::array kWindows{Window::oneMinute, Window::fiveMinutes, Window::fifteenMinutes,
                              Window::oneHour};

class AskedPointTest : public random_shop::RandomShop
{
protected:
    // Asks for every chart step of every window; gives how many figures there were.
    int askEverywhere(ChartLine line)
    {
        int asked = 0;
        for (const Window window : kWindows) {
            look(window);
            const models::TimeAxis axis = models::timeAxisOf(*m_snapshot);
            const double step = double(chartStepOf(window).count()) * 1000;
            for (double ms = axis.toMs; ms > axis.observedFromMs; ms -= 7 * step)
                if (const auto figure = models::askedPoint(*m_snapshot, line, ms)) {
                    expectEqual(*figure);
                    asked += figure->count > 0 || figure->amount ? 1 : 0;
                }
        }
        return asked;
    }
};

TEST_F(AskedPointTest, aPointOfTheConversionLeadsToTheJourneysThatEntered)
{
    EXPECT_GT(askEverywhere(ChartLine::conversion), 20);
}

TEST_F(AskedPointTest, aPointOfTheFailuresLeadsToTheFailingEvents)
{
    EXPECT_GT(askEverywhere(ChartLine::failures), 20);
}

TEST_F(AskedPointTest, aPointOfTheLatencyLeadsToItsSamples)
{
    EXPECT_GT(askEverywhere(ChartLine::latency), 20);
}

TEST_F(AskedPointTest, aBarOfTheRevenueLeadsToEventsWorthAsMuch)
{
    EXPECT_GT(askEverywhere(ChartLine::revenue), 20);
}

TEST_F(AskedPointTest, theFiguresAreThoseThatAreDrawn)
{
    const models::FailureStack stack = models::failureStack(*m_snapshot);
    const std::size_t middle = stack.endsMs.size() / 2;
    const auto failures =
        models::askedPoint(*m_snapshot, ChartLine::failures, stack.endsMs[middle]);
    ASSERT_TRUE(failures.has_value());
    const double minutes = double(stack.rolling.count()) / 60;
    EXPECT_NEAR(double(failures->count), stack.total[middle] * minutes, 1e-9);
    const models::RevenueBars bars = models::revenueBars(*m_snapshot).value();
    const models::RevenueBar &bar = bars.bars[bars.bars.size() / 2];
    const auto revenue =
        models::askedPoint(*m_snapshot, ChartLine::revenue, (bar.fromMs + bar.toMs) / 2);
    ASSERT_TRUE(revenue && revenue->amount);
    EXPECT_NEAR(double(revenue->amount->minor) / 100, bar.perMinute * bar.observedMs / 60'000,
                1e-6);
}

// The counts lead to the value that the chart shows there.
TEST_F(AskedPointTest, isWorkedOutFromTheCountsOfItsSpan)
{
    const auto number = [](const QString &line) {
        static const QRegularExpression digits(QStringLiteral("[0-9,]+"));
        return digits.match(line).captured().remove(QLatin1Char(',')).toDouble();
    };
    const models::ConversionSeries series = models::conversionSeries(*m_snapshot).value();
    const QPointF point = series.matured[series.matured.size() / 2];
    const QStringList conversion =
        models::pointWorkedOut(*m_snapshot, ChartLine::conversion, point.x());
    ASSERT_EQ(conversion.size(), 4) << "heading, both counts, span";
    EXPECT_NEAR(100 * number(conversion[1]) / number(conversion[2]), point.y(), 1e-9);
    EXPECT_TRUE(
        models::pointWorkedOut(*m_snapshot, ChartLine::conversion, series.maturingPoints.back().x())
            .contains(QStringLiteral("still maturing: more may complete")));
    const models::FailureStack stack = models::failureStack(*m_snapshot);
    const std::size_t middle = stack.endsMs.size() / 2;
    const QStringList failures =
        models::pointWorkedOut(*m_snapshot, ChartLine::failures, stack.endsMs[middle]);
    ASSERT_EQ(failures.size(), 4);
    EXPECT_NEAR(number(failures[1]) * 60 / double(stack.rolling.count()), stack.total[middle],
                1e-9);
    EXPECT_EQ(models::pointWorkedOut(*m_snapshot, ChartLine::latency, stack.endsMs[middle]).size(),
              4);
    EXPECT_EQ(models::pointWorkedOut(*m_snapshot, ChartLine::revenue, stack.endsMs[middle]).size(),
              4);
    EXPECT_TRUE(models::pointWorkedOut(*m_snapshot, ChartLine::revenue, 0).empty());
}

TEST_F(AskedPointTest, whereNothingWasObservedThereIsNothingToAsk)
{
    const models::TimeAxis axis = models::timeAxisOf(*m_snapshot);
    for (const ChartLine line :
         {ChartLine::conversion, ChartLine::failures, ChartLine::latency, ChartLine::revenue}) {
        EXPECT_FALSE(models::askedPoint(*m_snapshot, line, axis.fromMs - 60'000).has_value());
        EXPECT_FALSE(models::askedPoint(*m_snapshot, line, axis.toMs + 3'600'000).has_value());
    }
}

} // namespace
