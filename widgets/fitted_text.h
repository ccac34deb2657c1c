// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that stays within its width: the font shrinks as far as it may, then the end is
// elided. GUI thread.
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QPointF>
#include <QString>

class QColor;
class QPainter;

namespace widgets {

struct FittedText
{
    QString text; // as it is drawn, perhaps elided
    QFont font;   // perhaps smaller
    double width = 0;
};

// Shrinks to `leastPx` before anything is elided.
[[nodiscard]] FittedText fit(const QString &text, const QFont &font, double width, int leastPx);

// The words of it from the first on that there is room for, and an ellipsis; never a part of a
// number, nor a number without what follows it.
[[nodiscard]] QString elidedByWords(const QString &text, const QFontMetrics &metrics, int width);

enum class Side { left, right };

// Draws at `x`, the left or right end of the text, on the baseline; returns the width.
double drawText(QPainter &painter, const QPointF &end, Side side, const FittedText &text,
                const QColor &colour);

} // namespace widgets
