// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/conversion_lane.h"

#include "models/axis_text.h"
#include "models/chart_tables.h"
#include "models/clock_text.h"
#include "models/series_lookup.h"
#include "widgets/hatch.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kEndDot = 3;

} // namespace

ConversionLane::ConversionLane(QWidget *parent)
    : Lane(parent), m_band(chart(), timeAxis(), valueAxis()),
      m_line(chart(), timeAxis(), valueAxis()), m_maturing(chart(), timeAxis(), valueAxis())
{
    styleSeries();
}

void ConversionLane::setSeries(models::ConversionSeries series)
{
    const bool restyle = series.fewData != m_series.fewData || series.gaps != m_series.gaps ||
                         series.dataEndMs.has_value() != isStale();
    m_series = std::move(series);
    if (restyle)
        styleSeries();
    describe();
}

void ConversionLane::describe()
{
    setAccessibleName(title());
    QString text =
        tr("Conversion over time, %1 rolling.").arg(models::wholeSpanText(m_series.rolling));
    if (!m_series.matured.empty())
        text = tr("%1 percent at %2, 95 percent interval %3 to %4. %5")
                   .arg(m_series.matured.back().y(), 0, 'f', 2)
                   .arg(models::clockText(m_series.matured.back().x(), false,
                                          QTimeZone::systemTimeZone()))
                   .arg(m_series.lower.back().y(), 0, 'f', 2)
                   .arg(m_series.upper.back().y(), 0, 'f', 2)
                   .arg(text);
    setAccessibleDescription(text);
}

void ConversionLane::styleSeries()
{
    const Theme &t = theme();
    const QColor line = isStale() ? t.stale : isGrey() ? t.muted : t.data;
    QPen now(line, 2);
    if (isStale())
        now.setDashPattern({3, 1.5}); // 6-3 in units of the width
    QPen dotted(line, 1.6);
    dotted.setDashPattern({1.25, 1.9}); // 2-3
    m_band.setBrush(isStale() || isGrey() ? t.rule : t.ci);
    m_line.setPen(now);
    m_maturing.setPen(dotted);
}

void ConversionLane::updateSeries(models::ColumnSpans &changed)
{
    const RunFrame run = runFrame(m_series.stepMs);
    m_band.update(m_series.lower, m_series.upper, run, changed);
    m_line.update(m_series.matured, run, changed);
    m_maturing.update(m_series.expected, run, changed);
}

void ConversionLane::feedSeries(std::span<const models::ColumnSpan> spans)
{
    m_band.feed(spans, frame().columns.first);
    m_line.feed(spans, frame().columns.first);
    m_maturing.feed(spans, frame().columns.first);
}

models::ValueRange ConversionLane::wantedRange() const
{
    return m_series.wantedRange();
}

bool ConversionLane::isEmpty() const
{
    return m_series.matured.empty() && m_series.expected.empty();
}

std::vector<Lane::ValueTick> ConversionLane::valueTicks(const models::ValueRange &range,
                                                        int atMost) const
{
    const std::vector<double> values = models::scaleTicks(range, atMost);
    const double step = values.size() > 1 ? values[1] - values[0] : 1;
    std::vector<ValueTick> ticks;
    for (const double value : values)
        ticks.push_back({value, models::percentTick(value, step)});
    return ticks;
}

void ConversionLane::paintPlot(QPainter &painter)
{
    const QRectF area = plotArea();
    const double since = std::floor(xOf(m_series.maturingFromMs));
    const double from = std::max(area.left(), since);
    const double to = isStale() ? std::min(area.right(), xOf(*m_series.dataEndMs)) : area.right();
    if (m_series.maturing.count() > 0 && from < to) {
        const QRectF box(from, area.top(), to - from, area.height());
        fillHatched(painter, box, theme().rule2, devicePixelRatioF());
        if (since >= area.left())
            painter.fillRect(QRectF(since, area.top(), 1, area.height()), theme().rule2);
        if (!frame().compact) {
            painter.setFont(theme().font(11));
            const QFontMetricsF metrics(painter.font());
            const QString lines = (m_series.maturingKnown ? tr("still maturing\np90 %1")
                                                          : tr("still maturing\nup to %1"))
                                      .arg(models::wholeSpanText(m_series.maturing));
            const int below = models::stillToCome(frame().axis).isEmpty() ? 0 : 20;
            QRectF text(box.left() + 8, area.top() + 6 + theme().scaled(below),
                        metrics.size(0, lines).width() + 6, 2 * metrics.height());
            if (text.right() <= to) {
                painter.fillRect(text.adjusted(-3, -1, 0, 1), theme().panel);
                painter.setPen(theme().text2);
                painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, lines);
            }
        }
    }
    if (!m_series.matured.empty() && !isStale()) {
        const QPointF last = m_series.matured.back();
        painter.setPen(Qt::NoPen);
        painter.setBrush(isGrey() ? theme().muted : theme().data);
        painter.drawEllipse(QPointF(xOf(last.x()), yOf(last.y())), kEndDot, kEndDot);
    }
}

QString ConversionLane::title() const
{
    return tr("Conversion");
}

std::vector<std::vector<Lane::TextRun>> ConversionLane::subtitle() const
{
    const QFont small = theme().font(11);
    // The steps' names may be long: each has a line of its own.
    const qsizetype over = m_series.ratio.indexOf(QStringLiteral("÷"));
    std::vector<std::vector<TextRun>> lines{
        {{m_series.ratio.left(over).trimmed(), small, theme().muted}},
        {{m_series.ratio.mid(std::max<qsizetype>(0, over)), small, theme().muted}},
        {{tr("%1 rolling, 95\u202f% band").arg(models::wholeSpanText(m_series.rolling)), small,
          theme().muted}}};
    if (m_series.gaps)
        lines.push_back({{tr("incomplete"), theme().font(11, QFont::Medium), theme().warn}});
    else if (m_series.fewData)
        lines.push_back({{tr("only %1 journeys").arg(m_series.journeys),
                          theme().font(11, QFont::Medium), theme().warn}});
    return lines;
}

std::vector<EndLabel> ConversionLane::endLabels() const
{
    std::vector<EndLabel> labels;
    if (!m_series.expected.empty() && !isStale()) {
        const double expected = m_series.expected.back().y();
        EndLabel label;
        label.y = yOf(expected);
        label.text = frame().compact ? QStringLiteral("~%1").arg(expected, 0, 'f', 2)
                                     : tr("~%1 expected").arg(models::percentText(expected));
        label.brief = QStringLiteral("~%1").arg(models::percentText(expected));
        label.font = theme().font(11);
        label.colour = theme().muted;
        labels.push_back(label);
    }
    if (m_series.matured.empty())
        return labels;
    const QPointF last = m_series.matured.back();
    EndLabel label;
    label.y = yOf(last.y());
    label.text = models::percentText(last.y());
    if (!frame().compact || isStale())
        label.note =
            tr("at %1").arg(models::clockText(last.x(), false, QTimeZone::systemTimeZone()));
    label.brief = label.text;
    label.font = theme().font(13, QFont::DemiBold);
    label.colour = isStale() ? theme().stale : isGrey() ? theme().muted : theme().data;
    labels.push_back(label);
    return labels;
}

QString ConversionLane::valueText(double value) const
{
    return models::percentText(value);
}

std::optional<double> ConversionLane::dataEndMs() const
{
    return m_series.dataEndMs;
}

std::optional<QPointF> ConversionLane::dotAt(double ms) const
{
    auto point = models::pointAt(m_series.matured, ms, 2 * m_series.stepMs);
    if (!point)
        point = models::pointAt(m_series.expected, ms, 2 * m_series.stepMs);
    if (!point)
        return {};
    return QPointF(xOf(ms), yOf(point->y()));
}

models::FigureTable ConversionLane::seriesTable() const
{
    return models::chartTable(m_series);
}

std::vector<ReadoutRow> ConversionLane::readoutAt(double ms) const
{
    if (const auto point = models::pointAt(m_series.matured, ms, 2 * m_series.stepMs)) {
        const auto low = models::pointAt(m_series.lower, ms, 2 * m_series.stepMs);
        const auto high = models::pointAt(m_series.upper, ms, 2 * m_series.stepMs);
        return {{title(), models::percentText(point->y()), {}, false},
                {tr("95\u202f% interval"),
                 QStringLiteral("%1\u2013%2").arg(low->y(), 0, 'f', 2).arg(high->y(), 0, 'f', 2),
                 theme().muted, true}};
    }
    const auto soFar = models::pointAt(m_series.maturingPoints, ms, 2 * m_series.stepMs);
    const auto expected = models::pointAt(m_series.expected, ms, 2 * m_series.stepMs);
    if (!soFar || !expected)
        return {};
    return {
        {tr("Conversion so far"), models::percentText(soFar->y()), {}, false},
        {tr("still maturing, expected"), models::percentText(expected->y()), theme().muted, true}};
}

} // namespace widgets
