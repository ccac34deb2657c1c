// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_text.h"

#include <QColor>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace widgets {

FittedText fit(const QString &text, const QFont &font, double width, int leastPx)
{
    FittedText fitted{text, font, QFontMetricsF(font).horizontalAdvance(text)};
    if (fitted.width <= width)
        return fitted;
    const double spacingEm = font.letterSpacing() / font.pixelSize();
    const int wanted = static_cast<int>(font.pixelSize() * width / fitted.width);
    for (int px = std::min(wanted + 1, font.pixelSize() - 1); px >= leastPx; --px) {
        fitted.font.setPixelSize(px);
        fitted.font.setLetterSpacing(QFont::AbsoluteSpacing, spacingEm * px);
        fitted.width = QFontMetricsF(fitted.font).horizontalAdvance(text);
        if (fitted.width <= width)
            return fitted;
    }
    const QFontMetricsF metrics(fitted.font);
    fitted.text = metrics.elidedText(text, Qt::ElideRight, std::max(0.0, width));
    fitted.width = metrics.horizontalAdvance(fitted.text);
    return fitted;
}

QString elidedByWords(const QString &text, const QFontMetrics &metrics, int width)
{
    const QString cut = metrics.elidedText(text, Qt::ElideRight, width);
    if (cut == text)
        return text;
    auto whole = cut.lastIndexOf(QLatin1Char(' '));
    while (whole > 0 && cut[whole - 1].isDigit()) // its unit would be missing
        whole = cut.lastIndexOf(QLatin1Char(' '), whole - 1);
    return whole <= 0 ? QString() : cut.left(whole + 1) + QChar(0x2026);
}

double drawText(QPainter &painter, const QPointF &end, Side side, const FittedText &text,
                const QColor &colour)
{
    painter.setFont(text.font);
    painter.setPen(colour);
    const double left = side == Side::left ? end.x() : end.x() - text.width;
    painter.drawText(QPointF(left, end.y()), text.text);
    return text.width;
}

} // namespace widgets
