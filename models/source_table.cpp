// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/source_table.h"

#include "models/figure_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace models {

void SourceTable::update(const ingest::Snapshot &snapshot)
{
    m_now = snapshot.engineTime;
    using std::chrono::minutes;
    const auto observed = snapshot.startedAt ? std::chrono::ceil<minutes>(m_now) -
                                                   std::chrono::floor<minutes>(*snapshot.startedAt)
                                             : minutes(0);
    m_minutes = static_cast<int>(std::min(observed, minutes(60)).count());
    std::map<std::string_view, const ingest::SourceSnapshot *> current;
    for (const ingest::SourceSnapshot &source : snapshot.sources)
        current.emplace(source.source, &source);
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto found = current.find(source(row).source);
        if (found == current.end()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
            continue;
        }
        m_rows[static_cast<std::size_t>(row)] = *found->second;
        current.erase(found);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kSourceColumns - 1));
    if (!current.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(current.size()) - 1);
        for (const auto &[name, source] : current)
            m_rows.push_back(*source);
        endInsertRows();
    }
    arrange();
}

void SourceTable::sortBy(SourceColumn column)
{
    m_sortColumn = column;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kSourceColumns - 1);
    const bool held = std::exchange(m_held, false); // asked for by hand
    arrange();
    m_held = held;
}

void SourceTable::holdOrder(bool held)
{
    m_held = held;
    arrange();
}

bool SourceTable::before(const ingest::SourceSnapshot &a, const ingest::SourceSnapshot &b) const
{
    if (m_sortColumn == SourceColumn::source)
        return a.source < b.source;
    const double left = sortValue(a, m_sortColumn);
    const double right = sortValue(b, m_sortColumn);
    return left != right ? left > right : a.source < b.source;
}

// Moves one row at a time, so that selection and focus stay with their source.
void SourceTable::arrange()
{
    if (m_held)
        return;
    for (int to = 0; to < rowCount(); ++to) {
        const auto best =
            std::min_element(m_rows.begin() + to, m_rows.end(),
                             [this](const auto &a, const auto &b) { return before(a, b); });
        const int from = static_cast<int>(best - m_rows.begin());
        if (from == to)
            continue;
        beginMoveRows({}, from, from, {}, to);
        std::rotate(m_rows.begin() + to, m_rows.begin() + from, m_rows.begin() + from + 1);
        endMoveRows();
    }
}

void SourceTable::toggleMuted(int row)
{
    if (!m_muted.erase(source(row).source))
        m_muted.insert(source(row).source);
    Q_EMIT dataChanged(index(row, 0), index(row, kSourceColumns - 1));
}

bool SourceTable::muted(int row) const
{
    return m_muted.contains(source(row).source);
}

const ingest::SourceSnapshot &SourceTable::source(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row));
}

SourceVerdict SourceTable::verdict(int row) const
{
    return muted(row) ? SourceVerdict{Status::normal, tr("Muted")} : verdictOf(source(row));
}

int SourceTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SourceTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kSourceColumns;
}

QVariant SourceTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<SourceColumn>(index.column());
    if (role == Qt::DisplayRole)
        return column == SourceColumn::state ? verdict(index.row()).word
                                             : cellText(source(index.row()), column, m_now);
    if (role == kExactRole)
        return exactCell(source(index.row()), column);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column == SourceColumn::source || column == SourceColumn::state ||
                                         column == SourceColumn::sequence
                                     ? Qt::AlignLeft
                                     : Qt::AlignRight) |
                                Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == SourceColumn::malformed)
        return malformedText(source(index.row()));
    if (role == Qt::ToolTipRole && column == SourceColumn::source)
        return cellText(source(index.row()), column, m_now);
    return {};
}

QVariant SourceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kSourceColumns)
        return {};
    const auto column = static_cast<SourceColumn>(section);
    if (role == kExactRole)
        return exactTitle(column);
    if (role == Qt::DisplayRole)
        return column == m_sortColumn ? titleOf(column) + QStringLiteral(" ↓") : titleOf(column);
    if (role == Qt::TextAlignmentRole)
        return data(index(0, section), role).isValid() ? data(index(0, section), role)
                                                       : QVariant(int(Qt::AlignLeft));
    return {};
}

QString SourceTable::toTsv() const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < kSourceColumns; ++column)
        if (static_cast<SourceColumn>(column) != SourceColumn::sequence)
            cells.append(titleOf(static_cast<SourceColumn>(column)));
    lines.append(cells.join(QLatin1Char('\t')));
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < kSourceColumns; ++column)
            if (static_cast<SourceColumn>(column) != SourceColumn::sequence)
                cells.append(data(index(row, column), Qt::DisplayRole).toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace models
