// SPDX-License-Identifier: GPL-3.0-or-later
// A line, or a band between two lines, on a chart that may be broken where data are missing. Qt
// Charts draws one series without breaks, so each unbroken run has a series of its own from a
// small pool. GUI thread.
#pragma once

#include <QPen>
#include <QPointF>

#include <span>
#include <vector>

class QAbstractAxis;
class QAreaSeries;
class QChart;
class QLineSeries;

namespace widgets {

// What all lines of a chart have in common, for one frame.
struct RunFrame
{
    double fromX = 0;
    double toX = 1;
    int columns = 1;      // pixel columns of the plot
    double widestGap = 1; // points further apart than this are not joined
};

class LineRuns
{
public:
    // The chart and its axes outlive this; the chart owns the series.
    LineRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y);

    void setPen(const QPen &pen);
    // Points sorted by x; decimated here.
    void show(std::span<const QPointF> points, const RunFrame &frame);

private:
    QChart &m_chart;
    QAbstractAxis &m_x;
    QAbstractAxis &m_y;
    QPen m_pen;
    std::vector<QLineSeries *> m_series;
};

class BandRuns
{
public:
    BandRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y);

    void setBrush(const QBrush &brush, const QPen &outline = QPen(Qt::NoPen));
    // Two lines with equal x, point by point.
    void show(std::span<const QPointF> lower, std::span<const QPointF> upper,
              const RunFrame &frame);

private:
    QAreaSeries *addSeries();

    QChart &m_chart;
    QAbstractAxis &m_x;
    QAbstractAxis &m_y;
    QBrush m_brush;
    QPen m_outline{Qt::NoPen};
    std::vector<QAreaSeries *> m_series;
};

} // namespace widgets
