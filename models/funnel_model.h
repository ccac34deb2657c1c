// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel's steps as a Qt table: figures change in place, steps come and go at the end, and
// nothing is ever reset. GUI thread.
#pragma once

#include "models/funnel_rows.h"

#include <QAbstractTableModel>

namespace models {

class FunnelModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { step, journeys, continued, delta, dropped, median, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void update(std::vector<FunnelRow> rows);
    [[nodiscard]] const std::vector<FunnelRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant exact(const FunnelRow &row, int column) const;

    std::vector<FunnelRow> m_rows;
};

} // namespace models
