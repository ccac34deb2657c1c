// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible_table.h"

#include "widgets/accessible_cell.h"
#include "widgets/exhibit.h"

namespace widgets {

AccessibleTable::AccessibleTable(QWidget &widget, const FigureSource &source)
    : QAccessibleWidget(&widget, QAccessible::Table), m_source(source)
{
}

AccessibleTable::~AccessibleTable()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

void *AccessibleTable::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

int AccessibleTable::columnCount() const
{
    if (m_table.heads.isEmpty())
        m_table = m_source.figures();
    return static_cast<int>(m_table.heads.size());
}

int AccessibleTable::rowCount() const
{
    m_table = m_source.figures();
    return static_cast<int>(m_table.rows.size());
}

int AccessibleTable::cells() const
{
    return rowCount() * columnCount();
}

int AccessibleTable::childCount() const
{
    return cells() + QAccessibleWidget::childCount();
}

QAccessibleInterface *AccessibleTable::child(int index) const
{
    const int columns = columnCount();
    const int all = static_cast<int>(m_table.rows.size()) * columns;
    return index < all ? cellAt(index / columns, index % columns)
                       : QAccessibleWidget::child(index - all);
}

int AccessibleTable::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *cell = dynamic_cast<const AccessibleCell *>(child))
        return cell->rowIndex() * columnCount() + cell->columnIndex();
    const int index = QAccessibleWidget::indexOfChild(child);
    return index < 0 ? index : index + cells();
}

QAccessibleInterface *AccessibleTable::cellAt(int row, int column) const
{
    const int columns = columnCount();
    if (row < 0 || column < 0 || column >= columns || row >= static_cast<int>(m_table.rows.size()))
        return nullptr;
    const int place = row * columns + column;
    if (const auto found = m_cells.constFind(place); found != m_cells.constEnd())
        return QAccessible::accessibleInterface(*found);
    auto *cell = new AccessibleCell(*const_cast<AccessibleTable *>(this), row, column);
    m_cells.insert(place, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

QString AccessibleTable::columnDescription(int column) const
{
    return column < columnCount() ? m_table.heads[column] : QString();
}

QString AccessibleTable::rowDescription(int row) const
{
    return textAt(row, 0);
}

QString AccessibleTable::textAt(int row, int column) const
{
    if (row < 0 || row >= static_cast<int>(m_table.rows.size()))
        return {};
    const std::vector<QVariant> &cells = m_table.rows[static_cast<std::size_t>(row)];
    return column < static_cast<int>(cells.size())
               ? models::spokenText(cells[static_cast<std::size_t>(column)])
               : QString();
}

} // namespace widgets
