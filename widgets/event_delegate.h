// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells of event tables: failing events by shape and colour, room at the left edge.
// GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { m_theme = theme; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    Theme m_theme = darkTheme();
};

} // namespace widgets
