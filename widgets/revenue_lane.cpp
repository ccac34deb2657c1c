// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/revenue_lane.h"

#include "models/axis_text.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

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
    : Lane(parent), m_complete(addArea()), m_partial(addArea())
{
    styleSeries();
}

QAreaSeries *RevenueLane::addArea()
{
    auto *area = new QAreaSeries(&chart());
    area->setUpperSeries(new QLineSeries(area));
    chart().addSeries(area);
    area->attachAxis(&timeAxis());
    area->attachAxis(&valueAxis());
    return area;
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
    m_complete->setPen(Qt::NoPen);
    m_complete->setBrush(complete);
    m_partial->setPen(Qt::NoPen);
    m_partial->setBrush(partial);
}

// All bars in one outline, so that a frame costs one replace(); edges on whole pixels.
QList<QPointF> RevenueLane::outlineOf(bool complete) const
{
    const QRectF area = plotArea();
    const double msPerPx = frame().axis.spanMs() / area.width();
    const auto snapped = [&](double ms) {
        const double px = std::round((ms - frame().axis.fromMs) / msPerPx);
        return frame().axis.fromMs + std::clamp(px, 0.0, area.width()) * msPerPx;
    };
    QList<QPointF> outline;
    for (const models::RevenueBar &bar : m_bars.bars) {
        const bool tooShort = bar.observedMs < m_bars.barMs / 2; // its rate says little
        if (bar.complete != complete || tooShort)
            continue;
        const double left = snapped(bar.fromMs);
        const double right = std::max(left, snapped(bar.toMs) - 2 * msPerPx);
        outline << QPointF(left, 0) << QPointF(left, bar.perMinute) << QPointF(right, bar.perMinute)
                << QPointF(right, 0);
    }
    return outline;
}

void RevenueLane::updateSeries()
{
    m_complete->upperSeries()->replace(outlineOf(true));
    m_partial->upperSeries()->replace(outlineOf(false));
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
    for (const double value : models::linearTicks(range, std::min(atMost, 4)))
        ticks.push_back(
            {value, value == 0 ? QStringLiteral("0") : models::shortMoney(value, m_bars.currency)});
    return ticks;
}

void RevenueLane::paintPlot(QPainter &) {}

QString RevenueLane::title() const
{
    return m_bars.title.isEmpty() ? tr("Revenue") : m_bars.title;
}

std::vector<std::vector<Lane::TextRun>> RevenueLane::subtitle() const
{
    const QFont small = theme().font(11);
    const auto seconds = static_cast<int>(m_bars.barMs / 1000);
    const QString bar =
        seconds < 60 ? tr("%1\u202fs").arg(seconds) : tr("%1\u202fmin").arg(seconds / 60);
    std::vector<std::vector<TextRun>> lines{{{tr("per minute"), small, theme().muted}}};
    if (seconds != 60)
        lines.front().push_back({tr(", bars of %1").arg(bar), small, theme().muted});
    if (m_bars.title.isEmpty())
        lines.push_back({{m_bars.name, small, theme().muted}});
    if (m_bars.otherCurrencies)
        lines.push_back(
            {{tr("%1 only; others in the tile").arg(m_bars.currency), small, theme().muted}});
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

std::optional<double> RevenueLane::dataEndMs() const
{
    return m_bars.dataEndMs;
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
