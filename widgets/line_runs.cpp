// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/line_runs.h"

#include "models/decimate.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>

namespace widgets {

namespace {

constexpr std::size_t kMostRuns = 12; // bounds the work of a frame with very sparse data

QList<QPointF> drawn(std::span<const QPointF> run, const RunFrame &frame)
{
    const std::vector<QPointF> few = models::decimate(run, frame.fromX, frame.toX, frame.columns);
    return {few.begin(), few.end()};
}

void attach(QChart &chart, QAbstractSeries *series, QAbstractAxis &x, QAbstractAxis &y)
{
    chart.addSeries(series);
    series->attachAxis(&x);
    series->attachAxis(&y);
}

} // namespace

LineRuns::LineRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y)
    : m_chart(chart), m_x(x), m_y(y)
{
    m_series.push_back(new QLineSeries(&chart));
    attach(m_chart, m_series.back(), m_x, m_y);
}

void LineRuns::setPen(const QPen &pen)
{
    m_pen = pen;
    for (QLineSeries *series : m_series)
        series->setPen(pen);
}

void LineRuns::show(std::span<const QPointF> points, const RunFrame &frame)
{
    const auto runs = models::runsOf(points, frame.widestGap, kMostRuns);
    while (m_series.size() < runs.size()) {
        m_series.push_back(new QLineSeries(&m_chart));
        m_series.back()->setPen(m_pen);
        attach(m_chart, m_series.back(), m_x, m_y);
    }
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (i < runs.size())
            m_series[i]->replace(drawn(runs[i], frame));
        else if (m_series[i]->count() > 0)
            m_series[i]->clear();
    }
}

BandRuns::BandRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y)
    : m_chart(chart), m_x(x), m_y(y)
{
    addSeries();
}

QAreaSeries *BandRuns::addSeries()
{
    auto *series = new QAreaSeries(&m_chart);
    series->setUpperSeries(new QLineSeries(series));
    series->setLowerSeries(new QLineSeries(series));
    series->setBrush(m_brush);
    series->setPen(m_outline);
    attach(m_chart, series, m_x, m_y);
    m_series.push_back(series);
    return series;
}

void BandRuns::setBrush(const QBrush &brush, const QPen &outline)
{
    m_brush = brush;
    m_outline = outline;
    for (QAreaSeries *series : m_series) {
        series->setBrush(brush);
        series->setPen(outline);
    }
}

void BandRuns::show(std::span<const QPointF> lower, std::span<const QPointF> upper,
                    const RunFrame &frame)
{
    const auto runs = models::runsOf(upper, frame.widestGap, kMostRuns);
    while (m_series.size() < runs.size())
        addSeries();
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        QLineSeries *low = m_series[i]->lowerSeries();
        QLineSeries *high = m_series[i]->upperSeries();
        if (i < runs.size()) {
            const auto first = static_cast<std::size_t>(runs[i].data() - upper.data());
            low->replace(drawn(lower.subspan(first, runs[i].size()), frame));
            high->replace(drawn(runs[i], frame));
        } else if (high->count() > 0) {
            low->clear();
            high->clear();
        }
    }
}

} // namespace widgets
