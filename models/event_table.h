// SPDX-License-Identifier: GPL-3.0-or-later
// Kept events as a table, newest first; rows come and go one by one. GUI thread.
#pragma once

#include "models/event_row.h"

#include <QAbstractTableModel>

#include <vector>

namespace models {

class EventTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Type, Source, Journey, Amount, Attributes, Columns };
    enum Role { JourneyKeyRole = Qt::UserRole, NumberRole, FailingRole, TextRole };

    using QAbstractTableModel::QAbstractTableModel;

    // By number, largest first.
    void show(std::vector<EventRow> rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<EventRow> m_rows;
};

} // namespace models
