// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/asked_span.h"

#include "models/chart_zoom.h"
#include "tests/models/support/random_shop.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace ingest;
using models::ChartLine;

class AskedSpanTest : public random_shop::RandomShop
{
protected:
    [[nodiscard]] double ago(double seconds) const
    {
        return models::toMs(m_snapshot->asOf) - seconds * 1000;
    }
    models::ChartZoom m_zoom;
};

TEST_F(AskedSpanTest, aSpanOfTheFailuresLeadsToAsManyAsItCountsWhereverItsEndsAre)
{
    for (int from = 10; from < 300; from += 13)
        expectEqual(
            models::askedSpan(*m_snapshot, ChartLine::failures, ago(from), ago(from / 2)).value());
}

TEST_F(AskedSpanTest, aSpanOfAnotherLineLeadsToTheBadTrialsOfTheRatio)
{
    const auto asked = models::askedSpan(*m_snapshot, ChartLine::revenue, ago(120), ago(20));
    ASSERT_TRUE(asked.has_value());
    EXPECT_TRUE(models::isOfRatio(*m_snapshot->configuration, *asked));
    expectList(asked);
    // What changed is about this span of that ratio, and no other.
    const auto changed = listOf(*asked).changed;
    EXPECT_EQ(changed.from, asked->figure.from);
    EXPECT_EQ(changed.to, asked->figure.to);
    EXPECT_EQ(changed.failures, asked->count);
}

TEST_F(AskedSpanTest, whatChangedIsOfTheRatioThatWasAskedFor)
{
    const auto asked = models::askedTile(*m_snapshot, QStringLiteral("success"));
    ASSERT_TRUE(asked.has_value());
    const auto changed = listOf(*asked).changed;
    const auto &ratio = std::get<RatioSnapshot>(m_snapshot->metrics->signals[1].value);
    EXPECT_GT(changed.now.attempts + changed.before.attempts, 0u);
    EXPECT_LE(changed.failures, ratio.value.bad);
    EXPECT_GT(changed.failures, 0u);
}

TEST_F(AskedSpanTest, aZoomStandsOnWholeStepsAndEndsWithItsWindow)
{
    EXPECT_FALSE(m_zoom.asked(*m_snapshot).has_value());
    m_zoom.set(*m_snapshot, ago(60.4), ago(20.3), ChartLine::failures);
    const double step = models::chartStepMs(m_snapshot->window);
    const models::TimeAxis axis = m_zoom.axis(*m_snapshot);
    EXPECT_DOUBLE_EQ(std::fmod(axis.fromMs, step), 0);
    EXPECT_DOUBLE_EQ(std::fmod(axis.toMs, step), 0);
    EXPECT_LE(axis.fromMs, ago(60.4));
    EXPECT_GE(axis.toMs, ago(20.3));
    expectEqual(m_zoom.asked(*m_snapshot).value());
    EXPECT_FALSE(m_zoom.isOver(*m_snapshot));
    look(Window::oneMinute);
    EXPECT_TRUE(m_zoom.isOver(*m_snapshot));
    EXPECT_TRUE(m_zoom.clear());
    EXPECT_FALSE(m_zoom.clear());
}

TEST_F(AskedSpanTest, theNarrowestZoomIsFiveSteps)
{
    m_zoom.set(*m_snapshot, ago(60), ago(60), ChartLine::failures);
    EXPECT_DOUBLE_EQ(m_zoom.axis(*m_snapshot).spanMs(),
                     5 * models::chartStepMs(m_snapshot->window));
}

} // namespace
