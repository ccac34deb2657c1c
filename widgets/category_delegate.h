// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells of the categories table that are more than text: the key letter and type, the
// state's badge, the trend. GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class CategoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme &theme) { m_theme = theme; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    static constexpr int kOwnerIndent = 10; // pixels; the head's as well

private:
    [[nodiscard]] QColor ground(const QStyleOptionViewItem &option) const;
    void paintName(QPainter &painter, const QRect &box, const QModelIndex &index) const;
    void paintState(QPainter &painter, const QRect &box, const QModelIndex &index) const;
    void paintTrend(QPainter &painter, const QRect &box, const QModelIndex &index) const;

    Theme m_theme = darkTheme();
};

} // namespace widgets
