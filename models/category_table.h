// SPDX-License-Identifier: GPL-3.0-or-later
// The categories of failures as a table: one row each, told apart by ordinal; rows change, come and
// go one by one, never all at once. GUI thread.
#pragma once

#include "ingest/snapshot.h"

#include <QAbstractTableModel>

#include <vector>

namespace models {

class CategoryTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Name,
        State,
        Count,
        PerMinute,
        Trend,
        FirstSeen,
        LastSeen,
        Journeys,
        AtRisk,
        Owner,
        Columns
    };
    enum Role {
        SortRole = Qt::UserRole, // what to sort by
        OrdinalRole,
        TrendRole,    // QList<double>
        TypeRole,     // the event type
        CategoryRole, // its name as the events give it
        StateRole     // ingest::CategoryState as a number
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const ingest::Snapshot &snapshot);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const ingest::CategorySnapshot &row, int column) const;
    [[nodiscard]] QVariant exact(const ingest::CategorySnapshot &row, int column) const;
    [[nodiscard]] QVariant sortKey(const ingest::CategorySnapshot &row, int column) const;

    std::vector<ingest::CategorySnapshot> m_rows;
    double m_minutes = 0;
    ingest::Second m_asOf{};
};

} // namespace models
