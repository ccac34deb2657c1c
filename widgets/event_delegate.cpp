// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/event_delegate.h"

#include "models/event_table.h"
#include "widgets/status_shape.h"

#include <QPainter>

namespace widgets {

namespace {

constexpr int kEdge = 34; // of the first column: padding and the shape

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    using models::EventTable;
    const bool failing = index.data(EventTable::FailingRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect,
                      (option.state & QStyle::State_Selected) != 0 ? m_theme.sel : m_theme.panel);
    QRect box = option.rect.adjusted(4, 0, -6, 0);
    const bool first = index.column() == EventTable::Time;
    if (first && failing)
        drawStatusShape(*painter, QRectF(box.left() + 11, box.center().y() - 5, 11, 11),
                        models::Status::bad, m_theme);
    if (first)
        box.setLeft(option.rect.left() + kEdge);
    painter->setFont(option.font);
    painter->setPen(failing && index.column() == EventTable::Type ? m_theme.crit
                    : index.column() == EventTable::Attributes    ? m_theme.text2
                                                                  : m_theme.text);
    const QString text =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width());
    painter->drawText(box, index.data(Qt::TextAlignmentRole).toInt(), text);
    painter->restore();
}

} // namespace widgets
