// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_table.h"

#include "models/axis_text.h"
#include "models/category_incident.h"
#include "models/category_key.h"
#include "models/category_rows.h"
#include "models/clock_text.h"
#include "models/figure_table.h"
#include "models/snapshot_lookup.h"
#include "models/time_axis.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

using ingest::CategorySnapshot;
using ingest::CategoryState;

// Of what earlier runs counted it is not kept whose journeys those were.
bool knowsJourneys(const CategorySnapshot &row)
{
    return row.journeysExact || row.journeys > 0;
}

double worth(const ingest::SumValue &sum)
{
    return static_cast<double>(sum.minor) / std::pow(10, sum.exponent);
}

// Lost and at risk together, of the currency with the most.
std::pair<double, QString> atRisk(const ingest::Cost &cost)
{
    std::pair<double, QString> most{0, QString()};
    for (const auto *sums : {&cost.lostSums, &cost.atRiskSums})
        for (const ingest::SumValue &sum : *sums) {
            const QString currency = QString::fromLatin1(sum.currency.letters.data(), 3);
            if (most.second == currency)
                most.first += worth(sum);
            else if (worth(sum) > most.first)
                most = {worth(sum), currency};
        }
    return most;
}

QList<double> trendOf(const ingest::Series<std::uint64_t> &series)
{
    constexpr std::size_t kPoints = 60;
    QList<double> trend;
    const std::size_t each = std::max<std::size_t>(1, series.points.size() / kPoints);
    for (std::size_t i = 0; i + each <= series.points.size(); i += each) {
        double sum = 0;
        for (std::size_t j = i; j < i + each; ++j)
            sum += static_cast<double>(series.points[j]);
        trend.push_back(sum);
    }
    return trend;
}

int alignmentOf(int column)
{
    const bool number = column == CategoryTable::Count || column == CategoryTable::PerMinute ||
                        column == CategoryTable::Journeys || column == CategoryTable::AtRisk;
    return static_cast<int>(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
}

// What customers meet in an open incident is most urgent, then what is new, regressed or
// escalating; of each the most frequent. One number to sort by.
double urgency(const CategorySnapshot &row, Status incident)
{
    constexpr double kMoreThanAnyCount = 1e18;
    const int rank = 4 * static_cast<int>(incident) + 3 - static_cast<int>(row.state);
    return rank * kMoreThanAnyCount + static_cast<double>(row.count);
}

} // namespace

// By ordinal, so that a row keeps its place; the view sorts.
void CategoryTable::show(const ingest::Snapshot &snapshot)
{
    const ingest::Snapshot &heard = heardOf(snapshot);
    m_minutes = heard.observed.count() / 60;
    m_asOf = snapshot.asOf;
    std::vector<CategorySnapshot> rows =
        heard.metrics ? heard.metrics->categories : std::vector<CategorySnapshot>{};
    std::ranges::sort(rows, {}, &CategorySnapshot::ordinal);
    m_incidents.clear();
    for (const CategorySnapshot &row : rows)
        if (const Status status = incidentStatus(snapshot, row); status != Status::normal)
            m_incidents.emplace(row.ordinal, status);
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i)
        if (!std::ranges::binary_search(rows, m_rows[static_cast<std::size_t>(i)].ordinal, {},
                                        &CategorySnapshot::ordinal)) {
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        auto &row = rows[static_cast<std::size_t>(i)];
        const bool known = i < static_cast<int>(m_rows.size()) &&
                           m_rows[static_cast<std::size_t>(i)].ordinal == row.ordinal;
        if (!known)
            beginInsertRows({}, i, i);
        if (known)
            m_rows[static_cast<std::size_t>(i)] = std::move(row);
        else
            m_rows.insert(m_rows.begin() + i, std::move(row));
        if (!known)
            endInsertRows();
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int CategoryTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CategoryTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QString CategoryTable::text(const CategorySnapshot &row, int column) const
{
    const QDateTime first =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(toMs(row.firstSeen)));
    const double age = std::chrono::duration<double>(m_asOf - row.lastSeen).count();
    switch (column) {
    case Name:
        return categoryName(row.category);
    case State:
        return stateText(row);
    case Count:
        return wholeCount(row.count);
    case PerMinute:
        return m_minutes > 0 ? shortCount(static_cast<double>(row.count) / m_minutes) : QString();
    case FirstSeen:
        return first.date() == QDateTime::fromMSecsSinceEpoch(qint64(toMs(m_asOf))).date()
                   ? clockText(toMs(row.firstSeen))
                   : QLocale().toString(first.date(), QStringLiteral("d MMM"));
    case LastSeen:
        return tr("%1 ago").arg(spanText(std::max(0.0, age)));
    case Journeys:
        if (!knowsJourneys(row))
            return QStringLiteral("–");
        return (row.journeysExact ? QString() : QStringLiteral("≈")) + wholeCount(row.journeys);
    case AtRisk: {
        const auto [amount, currency] = atRisk(row.cost);
        const QString least = row.cost.bounded ? QStringLiteral("≥ ") : QString();
        if (!currency.isEmpty())
            return least + shortMoney(amount, currency);
        return row.cost.unpriced > 0 ? tr("unpriced") : QStringLiteral("–");
    }
    case Owner:
        return QString::fromStdString(row.owner.name);
    default:
        return {};
    }
}

QString CategoryTable::stateText(const CategorySnapshot &row) const
{
    const bool escalates = row.state == CategoryState::escalating;
    const QString badge = badgeOf(row.state);
    const Status incident = incidentOf(row);
    QStringList words;
    if (!escalates)
        words << (badge.isEmpty() ? tr("Known") : badge);
    if (incident == Status::bad)
        words << tr("Bad");
    else if (incident == Status::look || escalates)
        words << tr("High");
    if (!row.acknowledgedBy.empty())
        words << tr("seen by %1").arg(QString::fromStdString(row.acknowledgedBy));
    return words.join(QStringLiteral(", "));
}

Status CategoryTable::incidentOf(const CategorySnapshot &row) const
{
    const auto found = m_incidents.find(row.ordinal);
    return found == m_incidents.end() ? Status::normal : found->second;
}

QVariant CategoryTable::sortKey(const CategorySnapshot &row, int column) const
{
    switch (column) {
    case Name:
        return categoryName(row.category);
    case State:
        return urgency(row, incidentOf(row));
    case Count:
    case PerMinute:
    case Trend:
        return static_cast<qulonglong>(row.count);
    case FirstSeen:
        return toMs(row.firstSeen);
    case LastSeen:
        return toMs(row.lastSeen);
    case Journeys:
        return static_cast<qulonglong>(row.journeys);
    case AtRisk:
        return atRisk(row.cost).first;
    default:
        return QString::fromStdString(row.owner.name);
    }
}

QVariant CategoryTable::exact(const CategorySnapshot &row, int column) const
{
    switch (column) {
    case Count:
        return static_cast<qulonglong>(row.count);
    case PerMinute:
        return m_minutes > 0 ? QVariant(static_cast<double>(row.count) / m_minutes) : QVariant();
    case FirstSeen:
        return instant(toMs(row.firstSeen));
    case LastSeen:
        return instant(toMs(row.lastSeen));
    case Journeys:
        return knowsJourneys(row) ? QVariant(static_cast<qulonglong>(row.journeys)) : QVariant();
    case AtRisk: {
        const auto [amount, currency] = atRisk(row.cost);
        return currency.isEmpty() ? QVariant(text(row, column))
                                  : QVariant(cellText(amount) + QLatin1Char(' ') + currency);
    }
    default:
        return {};
    }
}

QVariant CategoryTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CategorySnapshot &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(row, index.column()));
    case Qt::ToolTipRole:
        if (index.column() == Owner)
            return QString::fromStdString(row.owner.contact + "\n" + row.owner.runbook).trimmed();
        if (index.column() == AtRisk)
            return row.cost.unpriced == 0 ? QString()
                                          : tr("%1 journeys name no price and are not in it")
                                                .arg(wholeCount(row.cost.unpriced));
        return index.column() == Name ? QString::fromStdString(row.fingerprint) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case SortRole:
        return sortKey(row, index.column());
    case kExactRole:
        return exact(row, index.column());
    case OrdinalRole:
        return row.ordinal;
    case TrendRole:
        return QVariant::fromValue(trendOf(row.series));
    case TypeRole:
        return QString::fromStdString(row.type);
    case CategoryRole:
        return QString::fromStdString(row.category);
    case StateRole:
        return static_cast<int>(row.state);
    case IncidentRole:
        return static_cast<int>(incidentOf(row));
    default:
        return {};
    }
}

QVariant CategoryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation == Qt::Horizontal && role == kExactRole)
        return section == Trend       ? QVariant(QString()) // drawn
               : section == FirstSeen ? QVariant(tr("First seen (UTC)"))
               : section == LastSeen  ? QVariant(tr("Last seen (UTC)"))
                                      : QVariant();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Category"), tr("Status"),     tr("Count"),     tr("Per min"),
                            tr("Trend"),    tr("First seen"), tr("Last seen"), tr("Journeys"),
                            tr("At risk"),  tr("Owner")};
    return names.value(section);
}

} // namespace models
