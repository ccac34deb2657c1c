// SPDX-License-Identifier: GPL-3.0-or-later
// A painted widget as a table for screen readers: its figures row by row, then its child widgets.
// Belongs to QAccessible. GUI thread.
#pragma once

#include "models/figure_table.h"

#include <QAccessibleWidget>
#include <QHash>

namespace widgets {

class FigureSource;

class AccessibleTable : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    AccessibleTable(QWidget &widget, const FigureSource &source);
    ~AccessibleTable() override;

    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;
    // Cells first, row by row.
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int columnCount() const override;
    // Takes up the figures as they are now.
    [[nodiscard]] int rowCount() const override;

    // Nothing can be selected in a picture.
    [[nodiscard]] int selectedCellCount() const override { return 0; }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

    [[nodiscard]] QString textAt(int row, int column) const;

private:
    [[nodiscard]] int cells() const;

    const FigureSource &m_source; // the widget itself
    mutable models::FigureTable m_table;
    mutable QHash<int, QAccessible::Id> m_cells; // by place, made when asked for
};

} // namespace widgets
