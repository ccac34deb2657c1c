// SPDX-License-Identifier: GPL-3.0-or-later
// The sources as a table for item views. Rows keep their identity: an update changes, inserts and
// removes rows, it never resets; while the order is held, no row moves. GUI thread.
#pragma once

#include "models/source_rows.h"

#include <QAbstractTableModel>

#include <set>
#include <vector>

namespace models {

class SourceTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void update(const ingest::Snapshot &snapshot);
    // By that column, the worst first (names from A); takes effect at once unless held.
    void sortBy(SourceColumn column);
    [[nodiscard]] SourceColumn sortColumn() const { return m_sortColumn; }
    // While someone points at a row or works in the table; released, the order is made anew.
    void holdOrder(bool held);
    // A muted source is shown, but no longer judged.
    void toggleMuted(int row);
    [[nodiscard]] bool muted(int row) const;
    [[nodiscard]] const ingest::SourceSnapshot &source(int row) const;
    [[nodiscard]] SourceVerdict verdict(int row) const;
    // How many of the last 60 minutes were observed: before them nothing could come.
    [[nodiscard]] int observedMinutes() const { return m_minutes; }
    [[nodiscard]] const std::set<std::string> &mutedSources() const { return m_muted; }
    [[nodiscard]] QString toTsv() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void arrange();
    [[nodiscard]] bool before(const ingest::SourceSnapshot &a,
                              const ingest::SourceSnapshot &b) const;

    std::vector<ingest::SourceSnapshot> m_rows;
    ingest::Timestamp m_now{};
    int m_minutes = 0;
    SourceColumn m_sortColumn = SourceColumn::state;
    bool m_held = false;
    std::set<std::string> m_muted;
};

} // namespace models
