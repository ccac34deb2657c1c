// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/line_runs.h"

#include "models/decimate.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace widgets {

namespace {

constexpr std::size_t kMostRuns = 12; // bounds the work of a frame with very sparse data

void attach(QChart &chart, QAbstractSeries *series, QAbstractAxis &x, QAbstractAxis &y)
{
    chart.addSeries(series);
    series->attachAxis(&x);
    series->attachAxis(&y);
}

// Some Qt versions tell their items even of a clear() that changes nothing.
void hand(QLineSeries &series, const QList<QPointF> &points)
{
    if (points.isEmpty() && series.count() == 0)
        return;
    series.replace(points);
}

// Two spans may both show the points between them: of a run that goes on, none is added twice.
// Steps have two points at one x.
void appendBeyond(QList<QPointF> &points, const QList<QPointF> &more, bool goesOn)
{
    auto first = more.begin();
    if (goesOn && !points.isEmpty()) {
        const QPointF reached = points.back();
        const qsizetype shared = more.lastIndexOf(reached);
        first = shared >= 0 ? more.begin() + shared + 1
                            : std::ranges::find_if(more, [&](const QPointF &point) {
                                  return point.x() > reached.x();
                              });
    }
    std::copy(first, more.end(), std::back_inserter(points));
}

} // namespace

LineRuns::LineRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y)
{
    for (std::size_t i = 0; i < kMostRuns; ++i) {
        m_series.push_back(new QLineSeries(&chart));
        attach(chart, m_series.back(), x, y);
    }
}

void LineRuns::setPen(const QPen &pen)
{
    if (pen == m_pen)
        return;
    m_pen = pen;
    m_restyled = true;
    for (QLineSeries *series : m_series)
        series->setPen(pen);
}

void LineRuns::update(std::span<const QPointF> points, const RunFrame &frame,
                      models::ColumnSpans &changed)
{
    const auto runs = models::runsOf(points, frame.widestGap, kMostRuns);
    models::ColumnLine line = models::columnLine(runs, frame.columns);
    if (std::exchange(m_restyled, false))
        changed.addAll();
    else if (m_pen.style() == Qt::SolidLine)
        models::addChanges(m_line, line, changed);
    else
        addDashes(line, changed);
    m_line = std::move(line);
}

// Dashes are counted from the first point, and cut ones are not painted the same.
void LineRuns::addDashes(const models::ColumnLine &line, models::ColumnSpans &changed) const
{
    for (const models::ColumnLine *one : {&m_line, &line})
        if (!one->empty() && (line != m_line || changed.touch(one->front().x, one->back().x)))
            changed.add(one->front().x, one->back().x);
}

void LineRuns::feed(std::span<const models::ColumnSpan> spans, std::int64_t origin)
{
    std::vector<models::ColumnRun> runs;
    // A run is one series, however many spans show a part of it: what joins two parts lies between
    // the spans.
    const auto add = [&](double from, double to) {
        for (models::ColumnRun &part : models::runsWithin(m_line, from, to, origin)) {
            const auto run = std::ranges::find(runs, part.index, &models::ColumnRun::index);
            if (run == runs.end()) {
                runs.push_back(std::move(part));
                continue;
            }
            appendBeyond(run->points, part.points, true);
        }
    };
    if (m_pen.style() != Qt::SolidLine && !m_line.empty())
        add(m_line.front().x, m_line.back().x);
    else
        for (const models::ColumnSpan &span : spans)
            add(static_cast<double>(span.from), static_cast<double>(span.to));
    for (std::size_t i = 0; i < m_series.size(); ++i)
        hand(*m_series[i], i < runs.size() ? runs[i].points : QList<QPointF>());
}

BandRuns::BandRuns(QChart &chart, QAbstractAxis &x, QAbstractAxis &y)
    : m_series(new QAreaSeries(&chart))
{
    m_series->setUpperSeries(new QLineSeries(m_series));
    m_series->setLowerSeries(new QLineSeries(m_series));
    attach(chart, m_series, x, y);
}

void BandRuns::setBrush(const QBrush &brush, const QPen &outline)
{
    if (brush == m_brush && outline == m_outline)
        return;
    m_brush = brush;
    m_outline = outline;
    m_restyled = true;
    m_series->setBrush(brush);
    m_series->setPen(outline);
}

void BandRuns::update(std::span<const QPointF> lower, std::span<const QPointF> upper,
                      const RunFrame &frame, models::ColumnSpans &changed)
{
    const auto runs = models::runsOf(upper, frame.widestGap, kMostRuns);
    std::vector<std::span<const QPointF>> below;
    for (const auto run : runs)
        below.push_back(
            lower.subspan(static_cast<std::size_t>(run.data() - upper.data()), run.size()));
    models::ColumnLine low = models::columnLine(below, frame.columns);
    models::ColumnLine high = models::columnLine(runs, frame.columns);
    if (std::exchange(m_restyled, false)) {
        changed.addAll();
    } else {
        models::addChanges(m_lower, low, changed);
        models::addChanges(m_upper, high, changed);
    }
    m_lower = std::move(low);
    m_upper = std::move(high);
}

void BandRuns::feed(std::span<const models::ColumnSpan> spans, std::int64_t origin)
{
    QList<QPointF> low;
    QList<QPointF> high;
    std::optional<std::size_t> last; // the run that was added to
    for (const models::ColumnSpan &span : spans) {
        const auto from = static_cast<double>(span.from);
        const auto to = static_cast<double>(span.to);
        const auto lower = models::runsWithin(m_lower, from, to, origin);
        const auto upper = models::runsWithin(m_upper, from, to, origin);
        for (auto l = lower.begin(), u = upper.begin(); l != lower.end() && u != upper.end();) {
            if (l->index != u->index) { // cut off here at one of its edges only
                ++(l->index < u->index ? l : u);
                continue;
            }
            // Between runs the upper edge follows the lower one: no area, nothing painted.
            if (l->index != last && !low.empty())
                high << low.back() << l->points.front();
            appendBeyond(low, l->points, l->index == last);
            appendBeyond(high, u->points, l->index == last);
            last = l->index;
            ++l;
            ++u;
        }
    }
    hand(*m_series->lowerSeries(), low);
    hand(*m_series->upperSeries(), high);
}

} // namespace widgets
