// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>

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

} // namespace

void drawSparkline(QPainter &painter, const QRectF &box, std::span<const double> values,
                   const SparklineStyle &style)
{
    const std::optional<Range> range = rangeOf(values, style.fromZero);
    if (!range)
        return;
    const QRectF inner = box.adjusted(0, kDotRadius, -kDotRadius, -kDotRadius);
    const double height = range->high - range->low;
    const double perValue = values.size() > 1 ? inner.width() / double(values.size() - 1) : 0;
    QPainterPath path;
    QPointF last;
    bool pen = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            pen = false;
            continue;
        }
        const double share = height > 0 ? (values[i] - range->low) / height : 0.5;
        last = {inner.left() + perValue * double(i), inner.bottom() - share * inner.height()};
        pen ? path.lineTo(last) : path.moveTo(last);
        pen = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.line, style.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    if (style.dot.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.dot);
        painter.drawEllipse(last, kDotRadius, kDotRadius);
    }
    painter.restore();
}

} // namespace widgets
