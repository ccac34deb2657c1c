// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_model.h"

#include "models/figure_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace models {

void CategoryModel::update(std::vector<CategoryRow> rows)
{
    removeMissing(rows);
    int at = 0;
    for (CategoryRow &row : rows)
        place(at++, std::move(row));
}

void CategoryModel::removeMissing(const std::vector<CategoryRow> &rows)
{
    for (int at = rowCount(); at-- > 0;) {
        const auto old = m_rows.begin() + at;
        if (std::ranges::find(rows, old->ordinal, &CategoryRow::ordinal) != rows.end())
            continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(old);
        endRemoveRows();
    }
}

// Rows before `at` are in place already, so a known row stands at `at` or after it.
void CategoryModel::place(int at, CategoryRow row)
{
    const auto target = m_rows.begin() + at;
    const auto known = std::find_if(target, m_rows.end(), [&row](const CategoryRow &other) {
        return other.ordinal == row.ordinal;
    });
    if (known == m_rows.end()) {
        beginInsertRows({}, at, at);
        m_rows.insert(target, std::move(row));
        endInsertRows();
        return;
    }
    if (known != target) {
        const int from = static_cast<int>(known - m_rows.begin());
        beginMoveRows({}, from, from, {}, at);
        std::rotate(target, known, known + 1);
        endMoveRows();
    }
    if (*target == row)
        return;
    *target = std::move(row);
    Q_EMIT dataChanged(index(at, 0), index(at, columns - 1));
}

int CategoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CategoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant CategoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CategoryRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return std::array{row.name, row.count, row.perMinute, row.journeys}.at(
            static_cast<std::size_t>(index.column()));
    if (role == Qt::ToolTipRole && index.column() == name)
        return row.type;
    if (role == kExactRole && index.column() == count)
        return static_cast<qulonglong>(row.counted);
    if (role == kExactRole && index.column() == journeys)
        return static_cast<qulonglong>(row.journeysCounted);
    if (role == kExactRole && index.column() == perMinute && row.eachMinute)
        return *row.eachMinute;
    return {};
}

QVariant CategoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= columns)
        return {};
    return std::array{tr("Category"), tr("Count"), tr("/min"), tr("Journeys")}.at(
        static_cast<std::size_t>(section));
}

} // namespace models
