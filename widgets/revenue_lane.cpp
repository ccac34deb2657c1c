// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/revenue_lane.h"

#include "models/axis_text.h"
#include "models/chart_tables.h"
#include "models/clock_text.h"

#include <QChart>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace widgets {

namespace {

// Bars are quiet: the other lanes carry the news.
QColor barColour(const Theme &theme, double strength)
{
    QColor colour = theme.data;
    colour.setAlphaF(static_cast<float>(strength));
    return colour;
}

} // namespace

RevenueLane::RevenueLane(QWidget *parent)
    : Lane(parent), m_complete(chart(), timeAxis(), valueAxis()),
      m_partial(chart(), timeAxis(), valueAxis())
{
    styleSeries();
}

void RevenueLane::setBars(models::RevenueBars bars)
{
    const bool restyle = bars.dataEndMs.has_value() != isStale();
    m_bars = std::move(bars);
    if (restyle)
        styleSeries();
    setAccessibleName(title());
    QString text = tr("Amount per minute in bars.");
    if (const models::RevenueBar *last = m_bars.lastComplete())
        text = tr("%1 per minute at %2. %3")
                   .arg(models::shortMoney(last->perMinute, m_bars.currency),
                        models::clockText(last->toMs, false, QTimeZone::systemTimeZone()), text);
    setAccessibleDescription(text);
}

void RevenueLane::styleSeries()
{
    const Theme &t = theme();
    const double strength = t.dark ? 0.36 : 0.34;
    QColor complete = barColour(t, strength);
    QColor partial = barColour(t, strength / 2);
    if (isStale()) {
        complete = t.stale;
        complete.setAlphaF(0.3f);
        partial = complete;
    }
    m_complete.setBrush(complete);
    m_partial.setBrush(partial);
}

// All bars in one outline, so that a frame costs one replace(); edges on whole pixels.
void RevenueLane::update(BandRuns &band, bool complete, models::ColumnSpans &changed)
{
    const double msPerPx = frame().columns.msPerPx;
    const auto snapped = [&](double ms) { return std::round(frame().columns.at(ms)) * msPerPx; };
    std::vector<QPointF> outline;
    for (const models::RevenueBar &bar : m_bars.bars) {
        const bool tooShort = bar.observedMs < m_bars.barMs / 2; // its rate says little
        if (bar.complete != complete || tooShort)
            continue;
        const double left = snapped(bar.fromMs);
        const double right = std::max(left, snapped(bar.toMs) - 2 * msPerPx);
        outline.insert(outline.end(),
                       {{left, 0}, {left, bar.perMinute}, {right, bar.perMinute}, {right, 0}});
    }
    std::vector<QPointF> floor = outline;
    for (QPointF &point : floor)
        point.setY(0);
    RunFrame run = runFrame(1);
    run.widestGap = std::numeric_limits<double>::infinity();
    band.update(floor, outline, run, changed);
}

void RevenueLane::updateSeries(models::ColumnSpans &changed)
{
    update(m_complete, true, changed);
    update(m_partial, false, changed);
}

void RevenueLane::feedSeries(std::span<const models::ColumnSpan> spans)
{
    m_complete.feed(spans, frame().columns.first);
    m_partial.feed(spans, frame().columns.first);
}

models::ValueRange RevenueLane::wantedRange() const
{
    return m_bars.wantedRange();
}

bool RevenueLane::isEmpty() const
{
    return m_bars.bars.empty();
}

std::vector<Lane::ValueTick> RevenueLane::valueTicks(const models::ValueRange &range,
                                                     int atMost) const
{
    std::vector<ValueTick> ticks;
    for (const double value : models::scaleTicks(range, std::min(atMost, 4)))
        ticks.push_back(
            {value, value == 0 ? QStringLiteral("0") : models::shortMoney(value, m_bars.currency)});
    return ticks;
}

// The open bar's outline, as high as its rate so far.
void RevenueLane::paintPlot(QPainter &painter)
{
    if (!m_bars.open || m_bars.open->observedMs < m_bars.barMs / 2)
        return;
    const models::RevenueBar &bar = *m_bars.open;
    drawOpen(painter, {bar.fromMs, 0}, {bar.fromMs, bar.perMinute});
    drawOpen(painter, {bar.fromMs, bar.perMinute}, {bar.toMs, bar.perMinute});
}

QString RevenueLane::title() const
{
    return m_bars.title.isEmpty() ? tr("Revenue") : m_bars.title;
}

std::vector<std::vector<Lane::TextRun>> RevenueLane::subtitle() const
{
    const QFont small = theme().font(11);
    const std::chrono::seconds bar{static_cast<int>(m_bars.barMs / 1000)};
    std::vector<std::vector<TextRun>> lines{{{tr("per minute"), small, theme().muted}}};
    if (bar != std::chrono::minutes{1})
        lines.front().push_back(
            {tr(", bars of %1").arg(models::wholeSpanText(bar)), small, theme().muted});
    if (m_bars.title.isEmpty())
        lines.push_back({{m_bars.name, small, theme().muted}});
    if (m_bars.otherCurrencies)
        lines.push_back(
            {{tr("%1 only; others in the tile").arg(m_bars.currency), small, theme().muted}});
    if (!m_bars.lost.isEmpty())
        lines.push_back(
            {{tr("Lost since %1 ")
                  .arg(models::clockText(m_bars.lostSinceMs, false, QTimeZone::systemTimeZone())),
              small, theme().muted},
             {m_bars.lost, theme().font(12, QFont::DemiBold), theme().crit}});
    return lines;
}

std::vector<EndLabel> RevenueLane::endLabels() const
{
    const models::RevenueBar *last = m_bars.lastComplete();
    if (!last)
        return {};
    EndLabel label;
    label.y = yOf(last->perMinute);
    const QString amount = models::shortMoney(last->perMinute, m_bars.currency);
    label.text = frame().compact ? amount : tr("%1/min").arg(amount);
    if (!frame().compact)
        label.note = tr("at %1").arg(
            models::clockText(last->toMs, m_bars.barMs < 60'000, QTimeZone::systemTimeZone()));
    label.brief = amount;
    label.font = theme().font(12, QFont::DemiBold);
    label.colour = isStale() ? theme().stale : theme().data;
    return {label};
}

QString RevenueLane::valueText(double value) const
{
    return models::shortMoney(value, m_bars.currency);
}

std::optional<double> RevenueLane::dataEndMs() const
{
    return m_bars.dataEndMs;
}

models::FigureTable RevenueLane::seriesTable() const
{
    return models::chartTable(m_bars);
}

std::vector<ReadoutRow> RevenueLane::readoutAt(double ms) const
{
    for (const models::RevenueBar &bar : m_bars.bars)
        if (ms > bar.fromMs && ms <= bar.toMs)
            return {{bar.complete ? tr("%1 per min").arg(title())
                                  : tr("%1 per min so far").arg(title()),
                     models::shortMoney(bar.perMinute, m_bars.currency),
                     {},
                     false}};
    return {};
}

} // namespace widgets
