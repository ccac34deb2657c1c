// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/status_shape.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace widgets {

namespace {

void drawRing(QPainter &painter, const QRectF &square, const QColor &colour)
{
    const double width = std::max(1.5, square.width() * 0.15);
    painter.setBrush(Qt::NoBrush);
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    const QRectF ring = square.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    constexpr int kDashes = 5;
    constexpr int kTurn = 360 * 16; // Qt counts sixteenths of a degree
    for (int i = 0; i < kDashes; ++i)
        painter.drawArc(ring, 90 * 16 + i * kTurn / kDashes, kTurn / kDashes * 62 / 100);
}

QPainterPath outline(models::Status status, const QRectF &square)
{
    const QPointF middle = square.center();
    QPainterPath path;
    if (status == models::Status::normal) {
        path.addEllipse(middle, square.width() * 0.44, square.width() * 0.44);
    } else if (status == models::Status::look) {
        path.moveTo(middle.x(), square.top() + square.height() * 0.05);
        path.lineTo(square.right(), square.bottom() - square.height() * 0.06);
        path.lineTo(square.left(), square.bottom() - square.height() * 0.06);
        path.closeSubpath();
    } else {
        path.moveTo(middle.x(), square.top());
        path.lineTo(square.right(), middle.y());
        path.lineTo(middle.x(), square.bottom());
        path.lineTo(square.left(), middle.y());
        path.closeSubpath();
    }
    return path;
}

} // namespace

void drawStatusShape(QPainter &painter, const QRectF &box, models::Status status,
                     const QColor &colour)
{
    const double side = std::min(box.width(), box.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(box.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (status == models::Status::unknown)
        drawRing(painter, square, colour);
    else
        painter.fillPath(outline(status, square), colour);
    painter.restore();
}

void drawStatusShape(QPainter &painter, const QRectF &box, models::Status status,
                     const Theme &theme)
{
    drawStatusShape(painter, box, status, theme.status(status));
}

void drawDeltaArrow(QPainter &painter, const QRectF &box, int direction, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double base = direction > 0 ? box.bottom() : box.top();
    const double tip = direction > 0 ? box.top() : box.bottom();
    const QPointF arrow[] = {{box.left(), base}, {box.right(), base}, {box.center().x(), tip}};
    painter.drawPolygon(arrow, 3);
    painter.restore();
}

} // namespace widgets
