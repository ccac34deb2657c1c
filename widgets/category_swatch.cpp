// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/category_swatch.h"

#include "models/category_key.h"
#include "widgets/theme.h"

#include <QPainter>

namespace widgets {

void drawCategorySwatch(QPainter &painter, const QRectF &box, std::optional<std::uint32_t> ordinal,
                        const Theme &theme)
{
    const QColor fill = ordinal ? theme.category(*ordinal) : theme.other;
    painter.save();
    painter.fillRect(box, fill);
    QFont font = theme.font(10, QFont::Bold);
    font.setPixelSize(static_cast<int>(box.height() * 0.77));
    painter.setFont(font);
    painter.setPen(inkOn(fill));
    const QString letter =
        ordinal ? models::categoryLetter(*ordinal) : QString(QChar(u'\u00b7')); // middle dot
    painter.drawText(box, Qt::AlignCenter, letter);
    painter.restore();
}

int drawStateBadge(QPainter &painter, int left, int middle, const QString &word,
                   ingest::CategoryState state, const Theme &theme)
{
    painter.setFont(theme.font(10, QFont::Bold));
    const QRect frame(left, middle - 8, painter.fontMetrics().horizontalAdvance(word) + 10, 17);
    const bool fresh = state == ingest::CategoryState::fresh;
    if (fresh)
        painter.fillRect(frame, theme.text);
    painter.setPen(fresh ? theme.panel : theme.warn);
    if (!fresh)
        painter.drawRect(frame);
    painter.drawText(frame, Qt::AlignCenter, word);
    return frame.width();
}

} // namespace widgets
