// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sparkline.h"

#include "models/decimate.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace widgets {

namespace {

constexpr double kDotRadius = 2.2;

struct Range
{
    double low;
    double high;
};

std::optional<Range> rangeOf(std::span<const double> values, bool fromZero)
{
    std::optional<Range> range;
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        if (!range)
            range = Range{value, value};
        range->low = std::min(range->low, value);
        range->high = std::max(range->high, value);
    }
    if (range && fromZero)
        range->low = std::min(range->low, 0.0);
    return range;
}

// Broken where values are missing; about a point for each column of pixels.
QPainterPath pathOf(const std::vector<QPointF> &points, const QRectF &box, double widestGap)
{
    QPainterPath path;
    const int columns = std::max(1, static_cast<int>(box.width() / 2));
    for (const auto run : models::runsOf(points, widestGap, points.size() + 1)) {
        const auto few = models::decimate(run, box.left(), box.right(), columns);
        if (few.empty())
            continue;
        path.moveTo(few.front());
        for (std::size_t i = 1; i < few.size(); ++i)
            path.lineTo(few[i]);
    }
    return path;
}

// Of the values that are known.
std::vector<QPointF> pointsOf(std::span<const double> values, const QRectF &box, const Range &range)
{
    const double height = range.high - range.low;
    const double perValue = values.size() > 1 ? box.width() / double(values.size() - 1) : 0;
    std::vector<QPointF> points;
    points.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i]))
            continue;
        const double share = height > 0 ? (values[i] - range.low) / height : 0.5;
        points.emplace_back(box.left() + perValue * double(i), box.bottom() - share * box.height());
    }
    return points;
}

} // namespace

void drawSparkline(QPainter &painter, const QRectF &box, std::span<const double> values,
                   const SparklineStyle &style)
{
    std::optional<Range> range = rangeOf(values, style.fromZero);
    if (!range)
        return;
    if (const std::optional<Range> then = rangeOf(style.then, false))
        range = Range{std::min(range->low, then->low), std::max(range->high, then->high)};
    const QRectF inner = box.adjusted(0, kDotRadius, -kDotRadius, -kDotRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (style.then.size() > 1) {
        QPen dotted(style.thenLine, 1, Qt::CustomDashLine, Qt::FlatCap, Qt::BevelJoin);
        dotted.setDashPattern({2, 2});
        painter.setPen(dotted);
        const auto points = pointsOf(style.then, inner, *range);
        painter.drawPath(
            pathOf(points, inner, 1.5 * inner.width() / double(style.then.size() - 1)));
    }
    const std::vector<QPointF> points = pointsOf(values, inner, *range);
    const double perValue = values.size() > 1 ? inner.width() / double(values.size() - 1) : 0;
    // Round joins would cost four times as much and look the same at this width.
    painter.setPen(QPen(style.line, style.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawPath(pathOf(points, inner, 1.5 * perValue));
    if (style.dot.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.dot);
        painter.drawEllipse(points.back(), kDotRadius, kDotRadius);
    }
    painter.restore();
}

} // namespace widgets
