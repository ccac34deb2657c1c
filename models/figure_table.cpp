// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/figure_table.h"

#include "models/clock_text.h"

#include <QAbstractItemModel>
#include <QDateTime>

#include <cmath>

namespace models {

namespace {

constexpr int kDigits = 10;
constexpr int kSpokenDigits = 4;
constexpr double kSpokenWhole = 10'000; // from here on in whole numbers, never as a power

bool isText(const QVariant &cell)
{
    return cell.typeId() == QMetaType::QString;
}

QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' '))
        .replace(QLatin1Char('\r'), QLatin1Char(' '))
        .replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString quoted(const QVariant &cell)
{
    QString text = cellText(cell);
    if (isText(cell) && !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    const bool plain = !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
                       !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
    return plain ? text
                 : QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
                       QLatin1Char('"');
}

template <class Write>
QString lines(const FigureTable &table, QLatin1Char between, const QString &end, Write write)
{
    QStringList heads;
    for (const QString &head : table.heads)
        heads.append(write(QVariant(head)));
    QString text = heads.join(between) + end;
    for (const std::vector<QVariant> &row : table.rows) {
        QStringList cells;
        for (const QVariant &cell : row)
            cells.append(write(cell));
        text += cells.join(between) + end;
    }
    return text;
}

} // namespace

FigureTable tableOf(const QAbstractItemModel &model, const QString &name, const QString &title)
{
    FigureTable table{name, title, {}, {}};
    std::vector<int> columns;
    for (int column = 0; column < model.columnCount(); ++column) {
        const QVariant exact = model.headerData(column, Qt::Horizontal, kExactRole);
        const QVariant shown = model.headerData(column, Qt::Horizontal, Qt::DisplayRole);
        if (exact.isValid() && exact.toString().isEmpty())
            continue; // drawn, not written
        columns.push_back(column);
        table.heads.append((exact.isValid() ? exact : shown).toString());
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        std::vector<QVariant> cells;
        for (const int column : columns) {
            const QModelIndex index = model.index(row, column);
            const QVariant exact = index.data(kExactRole);
            cells.push_back(exact.isValid() ? exact : index.data(Qt::DisplayRole));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

QString cellText(const QVariant &cell)
{
    if (cell.typeId() == QMetaType::Double)
        return std::isfinite(cell.toDouble()) ? QString::number(cell.toDouble(), 'g', kDigits)
                                              : QString();
    if (cell.typeId() == QMetaType::QDateTime) {
        const QDateTime utc = cell.toDateTime().toUTC();
        return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
    }
    return cell.toString();
}

QString spokenText(const QVariant &cell)
{
    if (cell.typeId() == QMetaType::Double && std::isfinite(cell.toDouble()))
        return std::abs(cell.toDouble()) >= kSpokenWhole
                   ? QString::number(cell.toDouble(), 'f', 0)
                   : QString::number(cell.toDouble(), 'g', kSpokenDigits);
    if (cell.typeId() == QMetaType::QDateTime)
        return clockTextSeconds(static_cast<double>(cell.toDateTime().toMSecsSinceEpoch()));
    return cellText(cell);
}

QVariant instant(double ms)
{
    return QDateTime::fromMSecsSinceEpoch(std::llround(ms), Qt::UTC);
}

QString toTsv(const FigureTable &table)
{
    return lines(table, QLatin1Char('\t'), QStringLiteral("\n"),
                 [](const QVariant &cell) { return oneLine(cellText(cell)); });
}

QString toCsv(const FigureTable &table)
{
    return lines(table, QLatin1Char(','), QStringLiteral("\r\n"), quoted);
}

} // namespace models
