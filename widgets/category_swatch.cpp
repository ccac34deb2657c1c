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

} // namespace widgets
