// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible_cell.h"

#include "widgets/accessible_table.h"

namespace widgets {

AccessibleCell::AccessibleCell(AccessibleTable &table, int row, int column)
    : m_table(table), m_row(row), m_column(column)
{
}

bool AccessibleCell::isValid() const
{
    return m_table.isValid() && !m_table.columnDescription(m_column).isNull();
}

QAccessibleInterface *AccessibleCell::parent() const
{
    return &m_table;
}

QString AccessibleCell::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Name || kind == QAccessible::Value)
        return m_table.textAt(m_row, m_column);
    return kind == QAccessible::Description ? m_table.columnDescription(m_column) : QString();
}

QRect AccessibleCell::rect() const
{
    return m_table.rect(); // the whole picture: a bucket is no place to point at
}

QAccessible::State AccessibleCell::state() const
{
    QAccessible::State state;
    state.readOnly = true;
    return state;
}

void *AccessibleCell::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface
               ? static_cast<QAccessibleTableCellInterface *>(this)
               : nullptr;
}

QList<QAccessibleInterface *> AccessibleCell::rowHeaderCells() const
{
    return m_column == 0 ? QList<QAccessibleInterface *>{}
                         : QList<QAccessibleInterface *>{m_table.cellAt(m_row, 0)};
}

} // namespace widgets
