// SPDX-License-Identifier: GPL-3.0-or-later
// Text drawn as its outline only: a number that cannot be trusted any more. GUI thread.
#pragma once

class QColor;
class QFont;
class QPainter;
class QPointF;
class QString;

namespace widgets {

// `stroke` in logical pixels: 1.2 on the desk, 2.5 on the wall.
void drawHollowText(QPainter &painter, const QPointF &baseline, const QString &text,
                    const QFont &font, const QColor &colour, double stroke = 1.2);

} // namespace widgets
