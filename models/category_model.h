// SPDX-License-Identifier: GPL-3.0-or-later
// The ranked error categories as a Qt table: rows come, go and move as ranks change, and are never
// reset. GUI thread.
#pragma once

#include "models/category_rows.h"

#include <QAbstractTableModel>

namespace models {

class CategoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { name, count, perMinute, journeys, columns };

    using QAbstractTableModel::QAbstractTableModel;

    // Ordinals are the rows' identities: each occurs once.
    void update(std::vector<CategoryRow> rows);
    [[nodiscard]] const std::vector<CategoryRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void removeMissing(const std::vector<CategoryRow> &rows);
    void place(int at, CategoryRow row);

    std::vector<CategoryRow> m_rows;
};

} // namespace models
