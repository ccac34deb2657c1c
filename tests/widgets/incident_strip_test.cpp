// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/incident_strip.h"

#include <QImage>

#include <gtest/gtest.h>

namespace {

constexpr int kHigh = 300;
constexpr int kPlotLeft = 100;
constexpr int kPlotRight = 500;
constexpr int kAxis = 24;

struct IncidentStripTest : testing::Test
{
    IncidentStripTest()
    {
        m_axis.fromMs = 0;
        m_axis.toMs = 400'000;
        m_strip.resize(600, kHigh);
        m_strip.setFrame(m_axis, kPlotLeft, kPlotRight, kAxis);
    }
    static models::IncidentMark mark(double fromMs, double toMs)
    {
        return {fromMs, toMs, true, models::Status::bad, QStringLiteral("Payment success"), {}};
    }
    QImage picture()
    {
        QImage image(m_strip.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        m_strip.render(&image, {}, {}, QWidget::DrawChildren);
        return image;
    }
    models::TimeAxis m_axis;
    widgets::IncidentStrip m_strip;
};

TEST_F(IncidentStripTest, TakesNoRoomWithoutIncidents)
{
    EXPECT_EQ(m_strip.rowHeight(), 0);
    m_strip.setMarks({mark(100'000, 400'000)});
    EXPECT_GT(m_strip.rowHeight(), 0);
}

TEST_F(IncidentStripTest, ALineThroughTheChartsStandsWhereOneBeganAndNowhereElse)
{
    m_strip.setMarks({mark(100'000, 300'000)});
    const QImage image = picture();
    const int y = kHigh / 2;
    for (int x = 0; x < image.width(); ++x)
        EXPECT_EQ(qAlpha(image.pixel(x, y)) != 0, x == 200) << x;
    EXPECT_EQ(qAlpha(image.pixel(200, kHigh - kAxis + 2)), 0) << "the axis is left alone";
}

TEST_F(IncidentStripTest, ABarReachesFromItsBeginningToItsEnd)
{
    m_strip.setMarks({mark(100'000, 300'000)});
    const QImage image = picture();
    const int y = m_strip.rowHeight() - 1;
    EXPECT_EQ(image.pixelColor(210, y), m_strip.theme().crit);
    EXPECT_EQ(image.pixelColor(390, y), m_strip.theme().crit);
    EXPECT_NE(image.pixelColor(190, y), m_strip.theme().crit);
    EXPECT_NE(image.pixelColor(410, y), m_strip.theme().crit);
}

TEST_F(IncidentStripTest, WhatBeganBeforeTheChartsHasNoLine)
{
    models::IncidentMark earlier = mark(0, 300'000);
    earlier.begins = false;
    m_strip.setMarks({earlier});
    EXPECT_EQ(qAlpha(picture().pixel(kPlotLeft, kHigh / 2)), 0);
}

} // namespace
