// SPDX-License-Identifier: GPL-3.0-or-later
// The categories of failures as a table: one row each, told apart by ordinal; rows change, come and
// go one by one, never all at once. GUI thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

#include <QAbstractTableModel>

#include <map>
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
        StateRole,    // ingest::CategoryState as a number
        IncidentRole  // models::Status as a number: of the worst open incident it is part of
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
    [[nodiscard]] QString stateText(const ingest::CategorySnapshot &row) const;
    [[nodiscard]] Status incidentOf(const ingest::CategorySnapshot &row) const;
    [[nodiscard]] QVariant sortKey(const ingest::CategorySnapshot &row, int column) const;

    std::vector<ingest::CategorySnapshot> m_rows;
    std::map<std::uint32_t, Status> m_incidents; // by ordinal, those with an open one
    double m_minutes = 0;
    ingest::Second m_asOf{};
};

} // namespace models
