// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clock_text.h"
#include "models/decimate.h"
#include "widgets/fitted_text.h"
#include "widgets/hatch.h"
#include "widgets/wall_parts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>

namespace widgets {

namespace {

constexpr float kBehindLabels = 0.8F;
constexpr int kTickPx = 34;
constexpr int kLastPx = 46;
constexpr int kLastOfPx = 34;
constexpr double kLineWidth = 4;
constexpr double kWallDot = 9;
constexpr int kTickApartPx = 260;
constexpr std::size_t kMostWallRuns = 24;

struct Plot
{
    const WallCanvas &canvas;
    const models::WallChart &chart;
    QRectF area;

    [[nodiscard]] double x(double ms) const
    {
        return area.left() + (ms - chart.axis.fromMs) / chart.axis.spanMs() * area.width();
    }
    [[nodiscard]] double y(double value) const
    {
        const double height = std::max(chart.range.height(), 1e-9);
        return area.bottom() - (value - chart.range.low) / height * area.height();
    }
    [[nodiscard]] QRectF span(double fromMs, double toMs) const
    {
        const double left = std::max(area.left(), x(fromMs));
        const double right = std::min(area.right(), x(toMs));
        return {left, area.top(), std::max(0.0, right - left), area.height()};
    }
    [[nodiscard]] bool stale() const { return chart.dataEndMs.has_value(); }
};

void drawGrid(const Plot &plot)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    for (const models::WallTick &tick : plot.chart.ticks) {
        const double y = plot.y(tick.value);
        painter.fillRect(QRectF(plot.area.left(), y - 1, plot.area.width(), 2), theme.grid);
        drawText(painter, {plot.area.left() - 20, y + 12}, Side::right,
                 fit(tick.label, theme.font(kTickPx, QFont::Medium), plot.area.left() - 30, 26),
                 theme.text2);
    }
}

void drawTimes(const Plot &plot, double titleEnd, double base)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    const QFont font = theme.font(kTickPx, QFont::Medium);
    for (const models::TimeTick &tick :
         models::timeTicks(plot.chart.axis, static_cast<int>(plot.area.width()), kTickApartPx,
                           QTimeZone::systemTimeZone())) {
        const double x = plot.x(tick.ms);
        const double width = QFontMetricsF(font).horizontalAdvance(tick.label);
        painter.fillRect(QRectF(x - 1, plot.area.bottom(), 2, 12), theme.rule2);
        if (x - width / 2 > titleEnd + 24 && x + width / 2 < plot.area.right() + width)
            drawText(painter, {x - width / 2, base}, Side::left, {tick.label, font, width},
                     theme.text2);
    }
}

void drawLine(const Plot &plot, const std::vector<QPointF> &points, const QPen &pen)
{
    QPainter &painter = plot.canvas.painter;
    const auto &axis = plot.chart.axis;
    const std::vector<QPointF> few =
        models::decimate(points, axis.fromMs, axis.toMs, static_cast<int>(plot.area.width() / 2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    for (const auto run : models::runsOf(few, plot.chart.widestGapMs, kMostWallRuns)) {
        QPainterPath path;
        for (std::size_t i = 0; i < run.size(); ++i) {
            const QPointF at(plot.x(run[i].x()), plot.y(run[i].y()));
            i == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        painter.drawPath(path);
    }
}

void drawLines(const Plot &plot)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    painter.save();
    painter.setClipRect(plot.area.adjusted(0, -kWallDot - 2, kWallDot + 2, kWallDot + 2));
    QPen pen(plot.stale() ? theme.stale : theme.data, kLineWidth, Qt::SolidLine, Qt::FlatCap,
             Qt::RoundJoin);
    if (plot.stale())
        pen.setDashPattern({3, 1.5});
    drawLine(plot, plot.chart.line, pen);
    pen.setDashPattern({1.2, 1.2});
    drawLine(plot, plot.chart.provisional, pen);
    const auto &line = plot.chart.line.empty() ? plot.chart.provisional : plot.chart.line;
    if (!plot.stale() && !line.empty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.data);
        painter.drawEllipse(QPointF(plot.x(line.back().x()), plot.y(line.back().y())), kWallDot,
                            kWallDot);
    }
    painter.restore();
}

void drawLimits(const Plot &plot)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    for (const models::WallLimit &limit : plot.chart.limits) {
        const double y = plot.y(limit.value);
        QPen pen(theme.status(limit.status), 2.5);
        pen.setDashPattern({7, 4});
        painter.setPen(pen);
        painter.drawLine(QPointF(plot.area.left(), y), QPointF(plot.area.right(), y));
    }
}

bool crosses(const Plot &plot, const QRectF &box)
{
    for (const auto *line : {&plot.chart.line, &plot.chart.provisional})
        for (const QPointF &point : *line)
            if (box.adjusted(-6, -4, 6, 4).contains(plot.x(point.x()), plot.y(point.y())))
                return true;
    return false;
}

// Beside the limit, where the line does not run: at the left or the right, above it or below.
QRectF limitBox(const Plot &plot, double y, double wide)
{
    constexpr double kHigh = 40;
    const double above = y - kHigh - 4;
    const double below = y + 6;
    std::optional<QRectF> first;
    for (const double left : {plot.area.left() + 8, plot.area.right() - wide - 8})
        for (const double top : {above, below}) {
            const QRectF box(left, top, wide, kHigh);
            if (top < plot.area.top() - 20 || box.bottom() > plot.area.bottom())
                continue;
            if (!crosses(plot, box))
                return box;
            first = first.value_or(box);
        }
    return first.value_or(QRectF(plot.area.left() + 8, above, wide, kHigh));
}

// Over the lines, so that they can be read where a line runs along its limit.
void drawLimitLabels(const Plot &plot)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    QColor behind = theme.panel;
    behind.setAlphaF(kBehindLabels);
    for (const models::WallLimit &limit : plot.chart.limits) {
        const FittedText label = fit(limit.label, theme.font(kTickPx, QFont::DemiBold), 400, 30);
        const QRectF box = limitBox(plot, plot.y(limit.value), label.width + 16);
        painter.fillRect(box, behind);
        drawText(painter, {box.left() + 8, box.bottom() - 8}, Side::left, label,
                 theme.status(limit.status));
    }
}

// A word beside the line of each marker, the latest first, as far as they leave room for each
// other.
void drawChanges(const Plot &plot)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    double free = plot.area.right();
    for (auto change = plot.chart.changes.rbegin(); change != plot.chart.changes.rend(); ++change) {
        const double x = std::floor(plot.x(change->ms));
        QPen pen(theme.text2, 2.5);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, plot.area.top()), QPointF(x, plot.area.bottom()));
        const FittedText word = fit(change->word, theme.font(kTickPx, QFont::DemiBold), 300, 30);
        const double left = x - word.width - 12;
        if (left < plot.area.left() || x > free)
            continue;
        drawText(painter, {left, plot.area.bottom() - 12}, Side::left, word, theme.text2);
        free = left - 16;
    }
}

// Where there is nothing, or nothing to be trusted.
void drawHatches(const Plot &plot)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    const double scale = plot.canvas.deviceScale;
    const models::TimeAxis &axis = plot.chart.axis;
    for (const models::LostSpan &lost : plot.chart.lost)
        painter.fillRect(
            plot.span(lost.fromMs, std::max(lost.toMs, lost.fromMs + axis.spanMs() / 300)),
            hatchBrush(theme.crit, scale, 9));
    if (plot.stale())
        painter.fillRect(plot.span(*plot.chart.dataEndMs, axis.toMs),
                         hatchBrush(theme.rule2, scale, 12));
    else if (plot.chart.maturingFromMs)
        painter.fillRect(plot.span(*plot.chart.maturingFromMs, axis.toMs),
                         hatchBrush(theme.rule2, scale, 12));
}

void drawDataEnd(const Plot &plot)
{
    if (!plot.stale())
        return;
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    const double x = std::clamp(plot.x(*plot.chart.dataEndMs), plot.area.left(), plot.area.right());
    painter.fillRect(QRectF(x - 2, plot.area.top() - 4, 4, plot.area.height() + 4), theme.text);
    const FittedText label = fit(QCoreApplication::translate("WallChart", "data end %1")
                                     .arg(models::clockText(*plot.chart.dataEndMs)),
                                 theme.font(36, QFont::DemiBold), 500, 30);
    const bool room = x - label.width - 24 > plot.area.left();
    const double left = room ? x - label.width - 20 : x + 20;
    // Where the line is not: below it, or above where it runs low.
    const auto &line = plot.chart.line;
    const bool low = !line.empty() && plot.y(line.back().y()) > plot.area.center().y();
    const double base = low ? plot.area.top() + 34 : plot.area.bottom() - 18;
    painter.fillRect(QRectF(left - 8, base - 36, label.width + 16, 46), theme.panel);
    drawText(painter, {left, base}, Side::left, label, theme.text);
}

void drawEnd(const Plot &plot, double right)
{
    QPainter &painter = plot.canvas.painter;
    const Theme &theme = plot.canvas.theme;
    const double left = plot.area.right() + 22;
    const double width = right - left;
    const auto &line = plot.chart.line.empty() ? plot.chart.provisional : plot.chart.line;
    if (plot.stale() || line.empty()) {
        drawText(painter, {left, plot.area.center().y() + 12}, Side::left,
                 fit(QCoreApplication::translate("WallChart", "no data"),
                     theme.font(36, QFont::DemiBold), width, 28),
                 theme.text);
        return;
    }
    const double y =
        std::clamp(plot.y(line.back().y()), plot.area.top() + 14, plot.area.bottom() - 14);
    drawText(painter, {left, y + 16}, Side::left,
             fit(plot.chart.last, theme.font(kLastPx, QFont::Bold), width, 32), theme.data);
    const double below =
        y + 16 + kLastOfPx + 10 <= plot.area.bottom() + 14 ? 10 + kLastOfPx : -kLastPx + 4;
    drawText(painter, {left, y + 16 + below}, Side::left,
             fit(plot.chart.lastOf, theme.font(kLastOfPx), width, 28), theme.text2);
}

void drawStill(const Plot &plot)
{
    if (plot.chart.still.isEmpty() || plot.stale())
        return;
    const FittedText text =
        fit(plot.chart.still, plot.canvas.theme.font(36), plot.area.width() - 40, 30);
    if (plot.area.left() + 16 + text.width > plot.x(plot.chart.axis.observedFromMs))
        return;
    // Away from the labels of limits.
    for (const double share : {0.2, 0.5, 0.8}) {
        const double y = plot.area.top() + share * plot.area.height();
        if (std::ranges::any_of(plot.chart.limits, [&](const models::WallLimit &limit) {
                return std::abs(plot.y(limit.value) - y) < 60;
            }))
            continue;
        drawText(plot.canvas.painter, {plot.area.left() + 16, y + 12}, Side::left, text,
                 plot.canvas.theme.muted);
        return;
    }
}

} // namespace

void drawWallChart(const WallCanvas &canvas, const QRectF &box, const models::WallPicture &picture)
{
    QPainter &painter = canvas.painter;
    const Theme &theme = canvas.theme;
    painter.fillRect(QRectF(-kWallBleed, box.top(), box.width() + 2 * kWallBleed, 2), theme.rule2);
    const double margin = canvas.portrait ? kWallMarginPortrait : kWallMargin;
    const double right = box.right() - margin;
    const FittedText title = fit(picture.chart.title, theme.font(36, QFont::Medium),
                                 canvas.portrait ? box.width() - 2 * margin : 520, 30);
    const double top = box.top() + (canvas.portrait ? 84 : 34);
    const double bottom = box.bottom() - (canvas.portrait ? 84 : 76);
    const double left = box.left() + (canvas.portrait ? 160 : 186);
    const Plot plot{canvas, picture.chart,
                    QRectF(QPointF(left, top), QPointF(right - 190, bottom))};
    const double base = box.bottom() - 18;
    const QPointF titleAt =
        canvas.portrait ? QPointF(left - 20, box.top() + 50) : QPointF(box.left() + margin, base);
    drawText(painter, titleAt, Side::left, title, theme.text2);
    drawGrid(plot);
    drawTimes(plot, canvas.portrait ? 0 : titleAt.x() + title.width, base);
    drawHatches(plot);
    drawChanges(plot);
    drawLimits(plot);
    drawLines(plot);
    drawLimitLabels(plot);
    drawDataEnd(plot);
    drawStill(plot);
    drawEnd(plot, right);
}

} // namespace widgets
