// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latency_lane.h"

#include "models/axis_text.h"
#include "models/chart_tables.h"
#include "models/clock_text.h"
#include "models/series_lookup.h"

#include <QChart>
#include <QPainter>
#include <QTimeZone>
#include <QValueAxis>

#include <cmath>

namespace widgets {

namespace {

constexpr int kLongestCompactTitle = 12;

QColor withOpacity(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

double msOf(double log2Ms)
{
    return std::exp2(log2Ms);
}

// The words of the Apdex specification.
QString apdexWord(double apdex)
{
    if (apdex >= 0.94)
        return LatencyLane::tr("excellent");
    if (apdex >= 0.85)
        return LatencyLane::tr("good");
    if (apdex >= 0.70)
        return LatencyLane::tr("fair");
    return apdex >= 0.50 ? LatencyLane::tr("poor") : LatencyLane::tr("unacceptable");
}

} // namespace

LatencyLane::LatencyLane(QWidget *parent)
    : Lane(parent), m_p95to99(chart(), timeAxis(), valueAxis()),
      m_p75to95(chart(), timeAxis(), valueAxis()), m_p50to75(chart(), timeAxis(), valueAxis()),
      m_p99(chart(), timeAxis(), valueAxis()), m_p95(chart(), timeAxis(), valueAxis()),
      m_p50(chart(), timeAxis(), valueAxis()), m_p75(chart(), timeAxis(), valueAxis())
{
    styleSeries();
}

void LatencyLane::setBands(models::LatencyBands bands)
{
    const bool restyle =
        bands.fewData != m_bands.fewData || bands.dataEndMs.has_value() != isStale();
    m_bands = std::move(bands);
    if (restyle)
        styleSeries();
    setAccessibleName(title());
    QString text = tr("Percentiles over time on a logarithmic scale.");
    if (!m_bands.p75.empty())
        text =
            tr("75 percent within %1, 95 percent within %2 at %3. %4")
                .arg(models::durationText(msOf(m_bands.p75.back().y())),
                     models::durationText(msOf(m_bands.p95.back().y())),
                     models::clockText(m_bands.p75.back().x(), false, QTimeZone::systemTimeZone()),
                     text);
    setAccessibleDescription(text);
}

void LatencyLane::styleSeries()
{
    const Theme &t = theme();
    const bool grey = isStale() || m_bands.fewData;
    const auto pick = [&](const QColor &colour) {
        return isStale() ? t.stale : grey ? t.muted : colour;
    };
    m_p95to99.setBrush(withOpacity(pick(t.p99), 0.30));
    m_p75to95.setBrush(withOpacity(pick(t.p95), 0.30));
    m_p50to75.setBrush(withOpacity(pick(t.p75), 0.34));
    m_p99.setPen(QPen(pick(t.p99), 1));
    m_p95.setPen(QPen(pick(t.p95), 1));
    m_p50.setPen(QPen(pick(t.p50), 1));
    QPen main(pick(t.p75), 2);
    if (isStale())
        main.setDashPattern({3, 1.5});
    m_p75.setPen(main);
}

void LatencyLane::updateSeries(models::ColumnSpans &changed)
{
    const RunFrame run = runFrame(m_bands.stepMs);
    m_p95to99.update(m_bands.p95, m_bands.p99, run, changed);
    m_p75to95.update(m_bands.p75, m_bands.p95, run, changed);
    m_p50to75.update(m_bands.p50, m_bands.p75, run, changed);
    m_p99.update(m_bands.p99, run, changed);
    m_p95.update(m_bands.p95, run, changed);
    m_p50.update(m_bands.p50, run, changed);
    m_p75.update(m_bands.p75, run, changed);
}

void LatencyLane::feedSeries(std::span<const models::ColumnSpan> spans)
{
    for (BandRuns *band : {&m_p95to99, &m_p75to95, &m_p50to75})
        band->feed(spans, frame().columns.first);
    for (LineRuns *line : {&m_p99, &m_p95, &m_p50, &m_p75})
        line->feed(spans, frame().columns.first);
}

models::ValueRange LatencyLane::wantedRange() const
{
    return m_bands.wantedRange();
}

bool LatencyLane::isEmpty() const
{
    return m_bands.p50.empty();
}

std::vector<Lane::ValueTick> LatencyLane::valueTicks(const models::ValueRange &range,
                                                     int atMost) const
{
    std::vector<ValueTick> ticks;
    for (const double ms : models::durationTicks(range, atMost))
        ticks.push_back({std::log2(ms), models::durationTick(ms)});
    return ticks;
}

void LatencyLane::drawThreshold(QPainter &painter, double ms, const QString &label,
                                const QColor &colour)
{
    const QRectF area = plotArea();
    const double y = std::floor(yOf(std::log2(ms))) + 0.5;
    if (y < area.top() || y > area.bottom())
        return;
    QPen pen(colour, 1);
    pen.setDashPattern({6, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    drawPlotLabel(painter, {area.left() + 4, y - theme().scaled(9)}, label, colour);
}

void LatencyLane::paintPlot(QPainter &painter)
{
    if (m_bands.open && !m_bands.p75.empty())
        drawOpen(painter, m_bands.p75.back(), *m_bands.open);
    if (m_bands.thresholdsMs.empty())
        return;
    const double good = m_bands.thresholdsMs.front();
    const double poor = m_bands.thresholdsMs.back();
    if (poor > good)
        drawThreshold(painter, poor, tr("poor > %1").arg(models::durationTick(poor)), theme().warn);
    drawThreshold(painter, good, tr("good \u2264 %1").arg(models::durationTick(good)), theme().ok);
}

QString LatencyLane::title() const
{
    const bool tooLong = frame().compact && m_bands.title.size() > kLongestCompactTitle;
    return m_bands.title.isEmpty() || tooLong ? tr("Load time") : m_bands.title;
}

std::vector<std::vector<Lane::TextRun>> LatencyLane::subtitle() const
{
    const QFont small = theme().font(11);
    std::vector<std::vector<TextRun>> lines{{{tr("p50 p75 p95 p99, log"), small, theme().muted}}};
    if (m_bands.title.isEmpty())
        lines.push_back({{m_bands.name, small, theme().muted}});
    if (m_bands.apdex) {
        std::vector<TextRun> apdex{
            {tr("Apdex "), small, theme().muted},
            {QString::number(*m_bands.apdex, 'f', 2), theme().font(12, QFont::DemiBold),
             theme().text},
            {QLatin1Char(' ') + apdexWord(*m_bands.apdex), small, theme().muted}};
        if (m_bands.apdexMs)
            apdex.push_back(
                {tr(", T %1").arg(models::durationTick(*m_bands.apdexMs)), small, theme().muted});
        lines.push_back(std::move(apdex));
    }
    if (m_bands.fewData)
        lines.push_back({{tr("only %1 measurements").arg(m_bands.count),
                          theme().font(11, QFont::Medium), theme().warn}});
    return lines;
}

std::vector<EndLabel> LatencyLane::endLabels() const
{
    const Theme &t = theme();
    std::vector<EndLabel> labels;
    const auto add = [&](const std::vector<QPointF> &line, const QString &name, bool main) {
        if (line.empty())
            return;
        EndLabel label;
        label.y = yOf(line.back().y());
        const double ms = msOf(line.back().y());
        label.text = name + QLatin1Char(' ') +
                     (frame().compact ? models::durationBrief(ms) : models::durationText(ms));
        if (main && isStale())
            label.note = tr("at %1").arg(
                models::clockText(line.back().x(), false, QTimeZone::systemTimeZone()));
        label.brief = models::durationBrief(ms);
        label.font = main ? t.font(frame().compact ? 11 : 12, QFont::DemiBold) : t.font(11);
        label.colour = isStale() ? t.stale : main && !m_bands.fewData ? t.data : t.muted;
        labels.push_back(label);
    };
    add(m_bands.p99, QStringLiteral("p99"), false);
    add(m_bands.p95, QStringLiteral("p95"), false);
    add(m_bands.p75, QStringLiteral("p75"), true);
    add(m_bands.p50, QStringLiteral("p50"), false);
    return labels;
}

QString LatencyLane::valueText(double value) const
{
    return models::durationText(std::exp2(value));
}

std::optional<double> LatencyLane::dataEndMs() const
{
    return m_bands.dataEndMs;
}

std::optional<QPointF> LatencyLane::dotAt(double ms) const
{
    const auto point = models::pointAt(m_bands.p75, ms, 2 * m_bands.stepMs);
    if (!point)
        return {};
    return QPointF(xOf(ms), yOf(point->y()));
}

models::FigureTable LatencyLane::seriesTable() const
{
    return models::chartTable(m_bands);
}

double LatencyLane::exactValue(double value) const
{
    return msOf(value);
}

std::vector<ReadoutRow> LatencyLane::readoutAt(double ms) const
{
    std::vector<ReadoutRow> rows;
    if (const auto p75 = models::pointAt(m_bands.p75, ms, 2 * m_bands.stepMs))
        rows.push_back(
            {tr("%1 p75").arg(title()), models::durationText(msOf(p75->y())), {}, false});
    if (const auto p95 = models::pointAt(m_bands.p95, ms, 2 * m_bands.stepMs))
        rows.push_back(
            {QStringLiteral("p95"), models::durationText(msOf(p95->y())), theme().muted, true});
    return rows;
}

} // namespace widgets
