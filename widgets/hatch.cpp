// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hatch.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

QPixmap drawTile(const QColor &colour, int side, double lineWidth)
{
    QPixmap tile(side, side);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, lineWidth));
    // Three parallels, so that the corners of neighbouring tiles meet without a notch.
    for (int shift = -side; shift <= side; shift += side)
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1));
    return tile;
}

} // namespace

QBrush hatchBrush(const QColor &colour, double devicePixelRatio, int pitch)
{
    // The pitch is measured across the lines, the tile along an axis.
    const int side =
        std::max(2, static_cast<int>(std::lround(pitch * devicePixelRatio * std::sqrt(2.0))));
    const QString key =
        QStringLiteral("bellwether-hatch-%1-%2").arg(colour.rgba(), 8, 16).arg(side);
    QPixmap tile;
    if (!QPixmapCache::find(key, &tile)) {
        tile = drawTile(colour, side, devicePixelRatio);
        QPixmapCache::insert(key, tile);
    }
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1 / devicePixelRatio, 1 / devicePixelRatio));
    return brush;
}

void fillHatched(QPainter &painter, const QRectF &box, const QColor &colour,
                 double devicePixelRatio, int pitch)
{
    if (painter.paintEngine()->type() != QPaintEngine::SVG)
        return painter.fillRect(box, hatchBrush(colour, devicePixelRatio, pitch));
    painter.save();
    painter.setPen(QPen(colour, 1));
    const double step = pitch * std::sqrt(2.0); // along an axis
    // A line is where x + y is the same.
    for (double sum = box.left() + box.top() + step; sum < box.right() + box.bottom();
         sum += step) {
        const double left = std::max(box.left(), sum - box.bottom());
        const double right = std::min(box.right(), sum - box.top());
        painter.drawLine(QPointF(left, sum - left), QPointF(right, sum - right));
    }
    painter.restore();
}

} // namespace widgets
