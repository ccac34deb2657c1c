// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/interval_bar.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kBlockHigh = 6;
constexpr double kTickHigh = 10;
constexpr double kTickWide = 6; // of the triangle on top
constexpr double kLeastBlock = 3;

} // namespace

void drawIntervalBar(QPainter &painter, const QRectF &box, const ingest::Interval &interval,
                     double usual, const Theme &theme)
{
    const double low = std::min(interval.lower, usual);
    const double span = std::max(interval.upper, usual) - low;
    const auto x = [&](double value) {
        const double share = span <= 0 ? 0.5 : 1.0 / 6 + (value - low) / span * 4 / 6;
        return box.left() + share * box.width();
    };
    const double middle = box.center().y();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.rule2, 1));
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle));
    const double wide = std::max(kLeastBlock, x(interval.upper) - x(interval.lower));
    painter.fillRect(QRectF(x(interval.lower), middle - kBlockHigh / 2, wide, kBlockHigh),
                     theme.data);
    const double tick = x(usual);
    painter.setPen(QPen(theme.text, 1.2));
    painter.drawLine(QPointF(tick, middle - kTickHigh / 2), QPointF(tick, middle + kTickHigh / 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    const double top = middle - kTickHigh / 2;
    painter.drawPolygon(QPolygonF(
        {{tick - kTickWide / 2, top - 1}, {tick + kTickWide / 2, top - 1}, {tick, top + 4}}));
    painter.restore();
}

} // namespace widgets
