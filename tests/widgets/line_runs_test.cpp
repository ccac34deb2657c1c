// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/line_runs.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace {

using Points = std::vector<QPointF>;
using Runs = std::vector<QList<QPointF>>;

const std::vector<models::ColumnSpan> kAll{{0, 100}};

struct LineRunsTest : testing::Test
{
    LineRunsTest()
    {
        m_chart.addAxis(m_x, Qt::AlignBottom);
        m_chart.addAxis(m_y, Qt::AlignLeft);
    }
    // The points of every series that has any.
    [[nodiscard]] Runs drawn() const
    {
        Runs all;
        for (QAbstractSeries *series : m_chart.series())
            if (auto *line = qobject_cast<QLineSeries *>(series); line && line->count() > 0)
                all.push_back(line->points());
        return all;
    }
    template <class Line, class... Edges>
    std::vector<models::ColumnSpan> draw(Line &line, const Edges &...edges)
    {
        models::ColumnSpans changed;
        line.update(edges..., m_frame, changed);
        line.feed(kAll, 0);
        return changed.within(0, 100);
    }
    QChart m_chart;
    QValueAxis *m_x = new QValueAxis;
    QValueAxis *m_y = new QValueAxis;
    widgets::RunFrame m_frame{{1, 0, 100}, 5}; // 1 ms a column
};

TEST_F(LineRunsTest, AGapWiderThanAllowedBreaksTheLine)
{
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    draw(line, Points{{0, 1}, {4, 2}, {20, 3}, {24, 4}});
    EXPECT_EQ(drawn(), (Runs{{{0, 1}, {4, 2}}, {{20, 3}, {24, 4}}}));
}

TEST_F(LineRunsTest, RunsNoLongerNeededDisappear)
{
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    draw(line, Points{{0, 1}, {20, 3}, {40, 4}});
    ASSERT_EQ(drawn().size(), 3u);
    draw(line, Points{{0, 1}, {4, 3}});
    EXPECT_EQ(drawn(), (Runs{{{0, 1}, {4, 3}}}));
    draw(line, Points{});
    EXPECT_TRUE(drawn().empty());
}

TEST_F(LineRunsTest, AtMostTwoPointsAColumnAreHandedOver)
{
    Points points;
    for (int i = 0; i < 10'000; ++i)
        points.emplace_back(i / 100.0, i % 7);
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    draw(line, points);
    ASSERT_EQ(drawn().size(), 1u);
    EXPECT_LE(drawn()[0].size(), 2 * 100 + 4);
}

TEST_F(LineRunsTest, OnlyWhatChangedIsToBePainted)
{
    Points points;
    for (int i = 0; i < 100; ++i)
        points.emplace_back(i, 1);
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    line.setPen(QPen(Qt::black, 2));
    EXPECT_EQ(draw(line, points), (std::vector<models::ColumnSpan>{{0, 100}}));
    EXPECT_TRUE(draw(line, points).empty());
    points[50].setY(2);
    const auto changed = draw(line, points);
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_LE(changed[0].from, 49 - 2); // the joins to both neighbours
    EXPECT_GE(changed[0].to, 51 + 2);
    EXPECT_LT(changed[0].to - changed[0].from, 20);
    line.setPen(QPen(Qt::red, 2));
    EXPECT_EQ(draw(line, points), (std::vector<models::ColumnSpan>{{0, 100}}));
}

TEST_F(LineRunsTest, DashesArePaintedFromTheirFirstPointOn)
{
    QPen dashes(Qt::black, 2);
    dashes.setDashPattern({3, 2});
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    line.setPen(dashes);
    draw(line, Points{{20, 1}, {24, 2}, {28, 1}, {32, 1}});
    const auto changed = draw(line, Points{{20, 1}, {24, 2}, {28, 1}, {32, 2}});
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_LE(changed[0].from, 20);
    line.feed(std::vector<models::ColumnSpan>{{30, 33}}, 0);
    EXPECT_EQ(drawn().front().size(), 4);
}

TEST_F(LineRunsTest, SpansApartShareASeriesUnlessABreakShowsInOne)
{
    Points points;
    for (int i = 0; i < 100; ++i)
        points.emplace_back(i, i % 5);
    const std::vector<models::ColumnSpan> spans{{10, 20}, {60, 70}};
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    draw(line, points);
    line.feed(spans, 0);
    EXPECT_EQ(drawn().size(), 1u);
    EXPECT_LT(drawn()[0].size(), 80);
    points.erase(points.begin() + 55, points.begin() + 64); // begins again within the second
    draw(line, points);
    line.feed(spans, 0);
    ASSERT_EQ(drawn().size(), 2u);
    EXPECT_GE(drawn()[1].front().x(), 62);
}

TEST_F(LineRunsTest, SpansAroundABreakDrawNothingAcrossIt)
{
    Points points;
    for (int i = 0; i < 100; ++i)
        if (i <= 40 || i >= 62)
            points.emplace_back(i, i % 5);
    widgets::LineRuns line(m_chart, *m_x, *m_y);
    draw(line, points);
    line.feed(std::vector<models::ColumnSpan>{{10, 20}, {46, 50}, {66, 70}}, 0);
    ASSERT_EQ(drawn().size(), 2u);
    for (const QList<QPointF> &run : drawn())
        EXPECT_TRUE(std::ranges::is_sorted(run, std::ranges::less_equal{}, &QPointF::x));
    EXPECT_EQ(drawn()[0].back().x(), 40);
    EXPECT_EQ(drawn()[1].front().x(), 62);
}

TEST_F(LineRunsTest, ABandThatTwoSpansShowHasNoPointTwice)
{
    const Points lower{{0, 0}, {10, 0}, {20, 0}, {20, 1}, {30, 1}};
    const Points upper{{0, 5}, {10, 5}, {20, 5}, {20, 6}, {30, 6}};
    m_frame.widestGap = 15;
    widgets::BandRuns band(m_chart, *m_x, *m_y);
    draw(band, lower, upper);
    band.feed(std::vector<models::ColumnSpan>{{0, 15}, {25, 28}, {33, 40}}, 0);
    const auto *area = qobject_cast<QAreaSeries *>(m_chart.series()[0]);
    EXPECT_EQ(area->lowerSeries()->points(), QList<QPointF>(lower.begin(), lower.end()));
    EXPECT_EQ(area->upperSeries()->points(), QList<QPointF>(upper.begin(), upper.end()));
}

TEST_F(LineRunsTest, ABandLiesFlatInItsGaps)
{
    widgets::BandRuns band(m_chart, *m_x, *m_y);
    draw(band, Points{{0, 0}, {4, 0}, {20, 1}, {24, 1}}, Points{{0, 5}, {4, 5}, {20, 6}, {24, 6}});
    ASSERT_EQ(m_chart.series().size(), 1);
    const auto *area = qobject_cast<QAreaSeries *>(m_chart.series()[0]);
    EXPECT_EQ(area->lowerSeries()->points(), (QList<QPointF>{{0, 0}, {4, 0}, {20, 1}, {24, 1}}));
    EXPECT_EQ(area->upperSeries()->points(),
              (QList<QPointF>{{0, 5}, {4, 5}, {4, 0}, {20, 1}, {20, 6}, {24, 6}}));
}

} // namespace
