// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/funnel_model.h"

#include "models/figure_table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace models {

void FunnelModel::update(std::vector<FunnelRow> rows)
{
    const int before = rowCount();
    const int after = static_cast<int>(rows.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    const int common = std::min(before, after);
    for (int i = 0; i < common; ++i) {
        FunnelRow &shown = m_rows[static_cast<std::size_t>(i)];
        if (shown == rows[static_cast<std::size_t>(i)])
            continue;
        shown = std::move(rows[static_cast<std::size_t>(i)]);
        Q_EMIT dataChanged(index(i, 0), index(i, columns - 1));
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin() + before),
                      std::make_move_iterator(rows.end()));
        endInsertRows();
    }
}

int FunnelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FunnelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant FunnelModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FunnelRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == kExactRole)
        return exact(row, index.column());
    if (role != Qt::DisplayRole)
        return {};
    return std::array{row.step, row.journeys, row.continuedText, row.delta, row.dropped, row.median}
        .at(static_cast<std::size_t>(index.column()));
}

QVariant FunnelModel::exact(const FunnelRow &row, int column) const
{
    switch (column) {
    case journeys:
        return static_cast<qulonglong>(row.count);
    case continued:
        return row.continued ? QVariant(*row.continued * 100) : QVariant();
    case dropped:
        return row.droppedCount ? QVariant(static_cast<qulonglong>(*row.droppedCount)) : QVariant();
    case median:
        return row.medianSeconds ? QVariant(*row.medianSeconds) : QVariant();
    default:
        return {};
    }
}

QVariant FunnelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == kExactRole && section == continued)
        return tr("Continued (%)");
    if (orientation == Qt::Horizontal && role == kExactRole && section == median)
        return tr("Median time (s)");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= columns)
        return {};
    return std::array{tr("Step"), tr("Journeys"), tr("Continued"),
                      tr("Δ pp"), tr("Dropped"),  tr("Median time")}
        .at(static_cast<std::size_t>(section));
}

} // namespace models
