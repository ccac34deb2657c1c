// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/event_table.h"

#include "models/figure_table.h"

#include <algorithm>

namespace models {

namespace {

bool larger(const EventRow &a, const EventRow &b)
{
    return a.number > b.number;
}

int eventAlignmentOf(int column)
{
    return static_cast<int>(Qt::AlignVCenter |
                            (column == EventTable::Amount ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

void EventTable::show(std::vector<EventRow> rows)
{
    for (int i = rowCount() - 1; i >= 0; --i)
        if (!std::ranges::binary_search(rows, m_rows[static_cast<std::size_t>(i)], larger)) {
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (at < m_rows.size() && m_rows[at].number == rows[at].number)
            continue;
        beginInsertRows({}, i, i);
        m_rows.insert(m_rows.begin() + i, std::move(rows[at]));
        endInsertRows();
    }
}

int EventTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QVariant EventTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: {
        const QStringList texts{row.time,    row.type,   row.source,
                                row.journey, row.amount, attributeText(row)};
        return texts.value(index.column());
    }
    case Qt::TextAlignmentRole:
        return eventAlignmentOf(index.column());
    case kExactRole:
        return index.column() == Time ? instant(row.ms) : QVariant();
    case JourneyKeyRole:
        return static_cast<qulonglong>(row.journeyKey);
    case NumberRole:
        return static_cast<qulonglong>(row.number);
    case FailingRole:
        return row.failing;
    case TextRole:
        return row.text;
    default:
        return {};
    }
}

QVariant EventTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return eventAlignmentOf(section);
    if (orientation == Qt::Horizontal && role == kExactRole && section == Time)
        return tr("Time (UTC)");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Time"),    tr("Type"),   tr("Source"),
                            tr("Journey"), tr("Amount"), tr("Attributes")};
    return names.value(section);
}

} // namespace models
