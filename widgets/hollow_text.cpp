// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hollow_text.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace widgets {

void drawHollowText(QPainter &painter, const QPointF &baseline, const QString &text,
                    const QFont &font, const QColor &colour, double stroke)
{
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, stroke));
    painter.drawPath(path);
    painter.restore();
}

} // namespace widgets
