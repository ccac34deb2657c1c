// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the cells of the sources table: texts, the sequence strip of the last hour, the state with
// its shape. GUI thread.
#pragma once

#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace models {
class SourceTable;
}

namespace widgets {

class SourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    SourceDelegate(const models::SourceTable &table, QObject *parent);

    void setTheme(const Theme &theme) { m_theme = theme; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintStrip(QPainter &painter, const QRect &box, int row) const;
    void paintState(QPainter &painter, const QRect &box, int row) const;
    [[nodiscard]] QColor inkFor(const QModelIndex &index) const;

    const models::SourceTable &m_table;
    Theme m_theme = darkTheme();
};

} // namespace widgets
