// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/density_strip.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

constexpr double kStripFrom = 1.8e12;
constexpr double kStripSpan = 600'000;

class DensityStripTest : public testing::Test
{
protected:
    DensityStripTest()
    {
        strip.resize(1280, 126);
        ingest::replay::Timeline timeline;
        timeline.from = ingest::Second(ingest::Seconds{1'800'000'000});
        timeline.to = timeline.from + ingest::Seconds{600};
        timeline.points.assign(600, {10, 0});
        view.timeline = std::make_shared<const ingest::replay::Timeline>(timeline);
        view.fromMs = kStripFrom;
        view.toMs = kStripFrom + kStripSpan;
        view.atMs = kStripFrom + kStripSpan / 2;
        view.spanMs = 60'000;
        strip.show(view);
    }
    [[nodiscard]] QColor colourAt(double ms, double share) const
    {
        const QRectF box = strip.plot();
        return const_cast<widgets::DensityStrip &>(strip).grab().toImage().pixelColor(
            int(strip.xOf(ms)), int(box.bottom() - share * box.height()));
    }

    widgets::DensityStrip strip;
    models::ScrubberView view;
};

TEST_F(DensityStripTest, PlacesAndInstantsAreOneAnothersInverse)
{
    for (const double share : {0.0, 0.25, 1.0}) {
        const double ms = kStripFrom + share * kStripSpan;
        EXPECT_NEAR(strip.msAt(strip.xOf(ms)), ms, 1);
    }
    EXPECT_EQ(strip.msAt(-50), kStripFrom); // beyond its ends are the ends
    EXPECT_EQ(strip.msAt(5000), kStripFrom + kStripSpan);
}

TEST_F(DensityStripTest, WithShiftADragChoosesASpanAndGoesNowhere)
{
    QSignalSpy sought(&strip, &widgets::DensityStrip::seekWanted);
    const auto point = [&](double ms) { return QPoint(qRound(strip.xOf(ms)), 60); };
    QTest::mousePress(&strip, Qt::LeftButton, Qt::ShiftModifier, point(kStripFrom + 400'000));
    QMouseEvent drag(QEvent::MouseMove, point(kStripFrom + 100'000),
                     strip.mapToGlobal(point(kStripFrom + 100'000)), Qt::NoButton, Qt::LeftButton,
                     Qt::ShiftModifier);
    QApplication::sendEvent(&strip, &drag);
    EXPECT_EQ(sought.size(), 0);
    ASSERT_TRUE(strip.brushed());
    EXPECT_NEAR(strip.brushed()->first, kStripFrom + 100'000, 1000);
    EXPECT_NEAR(strip.brushed()->second, kStripFrom + 400'000, 1000);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, point(kStripFrom + 200'000));
    EXPECT_FALSE(strip.brushed());
    ASSERT_EQ(sought.size(), 1);
    EXPECT_NEAR(sought[0][0].toDouble(), kStripFrom + 200'000, 1000);
}

TEST_F(DensityStripTest, AMarkerIsALetterOverALineGreyerWhereItIsStillToCome)
{
    for (const double ms : {kStripFrom + 100'000, kStripFrom + 500'000})
        view.changes.push_back({ms, QLatin1Char('D'), QStringLiteral("Deploy"), {}});
    strip.show(view);
    const auto cornerOf = [this](double ms) {
        return strip.grab().toImage().pixelColor(int(strip.xOf(ms)) - 5, 4);
    };
    EXPECT_EQ(cornerOf(kStripFrom + 100'000), strip.theme().text2);
    EXPECT_EQ(cornerOf(kStripFrom + 500'000), strip.theme().muted);
    EXPECT_EQ(cornerOf(kStripFrom + 200'000), strip.theme().bar);
}

TEST_F(DensityStripTest, WhatFailedIsRedAndWhatComesLaterIsGrey)
{
    auto timeline = std::make_shared<ingest::replay::Timeline>(*view.timeline);
    timeline->points.assign(600, {10, 5});
    view.timeline = timeline;
    strip.show(view);
    const widgets::Theme theme = strip.theme();
    EXPECT_EQ(colourAt(kStripFrom + 100'000, 0.8), theme.crit);
    EXPECT_EQ(colourAt(kStripFrom + 100'000, 0.2), theme.p95);
    EXPECT_EQ(colourAt(kStripFrom + 500'000, 0.2), theme.rule2);
}

TEST_F(DensityStripTest, SaysWhereItIsToAScreenReader)
{
    EXPECT_TRUE(strip.accessibleDescription().contains(QLatin1Char(':')));
    strip.show({});
    EXPECT_EQ(strip.accessibleDescription(), QStringLiteral("nothing recorded yet"));
}

} // namespace
