// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/line_runs.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include <gtest/gtest.h>

namespace {

struct LineRunsTest : testing::Test
{
    LineRunsTest()
    {
        m_chart.addAxis(m_x, Qt::AlignBottom);
        m_chart.addAxis(m_y, Qt::AlignLeft);
    }
    // The points of every series that has any.
    [[nodiscard]] std::vector<QList<QPointF>> drawn() const
    {
        std::vector<QList<QPointF>> all;
        for (QAbstractSeries *series : m_chart.series()) {
            auto *line = qobject_cast<QLineSeries *>(series);
            if (auto *area = qobject_cast<QAreaSeries *>(series))
                line = area->upperSeries();
            if (line->count() > 0)
                all.push_back(line->points());
        }
        return all;
    }
    QChart m_chart;
    QValueAxis *m_x = new QValueAxis;
    QValueAxis *m_y = new QValueAxis;
    widgets::RunFrame m_frame{0, 100, 100, 5};
};

TEST_F(LineRunsTest, AGapWiderThanAllowedBreaksTheLine)
{
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    line.show(std::vector<QPointF>{{0, 1}, {4, 2}, {20, 3}, {24, 4}}, m_frame);
    EXPECT_EQ(drawn(), (std::vector<QList<QPointF>>{{{0, 1}, {4, 2}}, {{20, 3}, {24, 4}}}));
}

TEST_F(LineRunsTest, RunsNoLongerNeededDisappear)
{
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    line.show(std::vector<QPointF>{{0, 1}, {20, 3}, {40, 4}}, m_frame);
    ASSERT_EQ(drawn().size(), 3u);
    line.show(std::vector<QPointF>{{0, 1}, {4, 3}}, m_frame);
    EXPECT_EQ(drawn(), (std::vector<QList<QPointF>>{{{0, 1}, {4, 3}}}));
    line.show({}, m_frame);
    EXPECT_TRUE(drawn().empty());
}

TEST_F(LineRunsTest, AtMostTwoPointsAColumnAreHandedOver)
{
    std::vector<QPointF> points;
    for (int i = 0; i < 10'000; ++i)
        points.emplace_back(i / 100.0, i % 7);
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    line.show(points, m_frame);
    ASSERT_EQ(drawn().size(), 1u);
    EXPECT_LE(drawn()[0].size(), 2 * 100 + 4);
}

TEST_F(LineRunsTest, ABandBreaksOnBothSidesAtOnce)
{
    widgets::BandRuns band(m_chart, *m_x, *m_y);
    band.show(std::vector<QPointF>{{0, 0}, {4, 0}, {20, 1}, {24, 1}},
              std::vector<QPointF>{{0, 5}, {4, 5}, {20, 6}, {24, 6}}, m_frame);
    ASSERT_EQ(m_chart.series().size(), 2);
    const auto *second = qobject_cast<QAreaSeries *>(m_chart.series()[1]);
    EXPECT_EQ(second->lowerSeries()->points(), (QList<QPointF>{{20, 1}, {24, 1}}));
    EXPECT_EQ(second->upperSeries()->points(), (QList<QPointF>{{20, 6}, {24, 6}}));
}

} // namespace
