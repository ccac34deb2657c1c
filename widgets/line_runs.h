// SPDX-License-Identifier: GPL-3.0-or-later
// A line, or a band between two lines, on a chart that may be broken where data are missing. Qt
// Charts draws one series without breaks: the runs of a line have a series each, a band lies flat
// in its gaps. Keeps what was drawn, to tell what changed. GUI thread.
#pragma once

#include "models/column_line.h"

#include <QBrush>
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
    models::PixelColumns columns;
    double widestGap = 1; // ms; points further apart than this are not joined
};

class LineRuns
{
public:
    // The chart and its axes outlive this; the chart owns the series. The chart's x axis counts
    // pixels from column `origin` below.
    LineRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y);

    void setPen(const QPen &pen);
    // Points sorted by x in ms; decimated here. Adds the columns where the line changed. Dashed
    // lines come last: they are painted whole where anything below them is.
    void update(std::span<const QPointF> points, const RunFrame &frame,
                models::ColumnSpans &changed);
    // Hands the chart what is needed to paint these columns, which come in order. Between two of
    // them anything may be painted.
    void feed(std::span<const models::ColumnSpan> spans, std::int64_t origin);

private:
    void addDashes(const models::ColumnLine &line, models::ColumnSpans &changed) const;

    std::vector<QLineSeries *> m_series; // all made at first: they lie in that order
    QPen m_pen;
    models::ColumnLine m_line;
    bool m_restyled = true;
};

class BandRuns
{
public:
    BandRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y);

    void setBrush(const QBrush &brush, const QPen &outline = QPen(Qt::NoPen));
    // Two lines with equal x, point by point. One with an outline has no gaps.
    void update(std::span<const QPointF> lower, std::span<const QPointF> upper,
                const RunFrame &frame, models::ColumnSpans &changed);
    void feed(std::span<const models::ColumnSpan> spans, std::int64_t origin);

private:
    QAreaSeries *m_series;
    QBrush m_brush;
    QPen m_outline{Qt::NoPen};
    models::ColumnLine m_lower;
    models::ColumnLine m_upper;
    bool m_restyled = true;
};

} // namespace widgets
