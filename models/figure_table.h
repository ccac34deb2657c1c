// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a chart or a table as rows and columns: what is copied, saved and read out by
// screen readers. Numbers are those of the model, units stand in the heads, instants are in UTC.
// Plain values; any thread.
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

class QAbstractItemModel;

namespace models {

// Of an item model: the cell's number, or a QDateTime in UTC; empty where there is none. Of a
// header: its text with the unit. Without an answer the text shown counts.
inline constexpr int kExactRole = Qt::UserRole + 100;

struct FigureTable
{
    QString name;  // "conversion": stable, for file names
    QString title; // "Conversion, 1h"
    QStringList heads;
    std::vector<std::vector<QVariant>> rows; // each as long as `heads`
};

// All rows, in the model's order; columns without any text are left out.
[[nodiscard]] FigureTable tableOf(const QAbstractItemModel &model, const QString &name,
                                  const QString &title);

// A number with every digit it has (ten at most), "2025-11-20T13:32:08Z", or text. Empty for what
// is not known.
[[nodiscard]] QString cellText(const QVariant &cell);
// As it is read out: four significant digits, the local time of day.
[[nodiscard]] QString spokenText(const QVariant &cell);
[[nodiscard]] QVariant instant(double ms); // since 1970

// Lines of cells between tabs, heads first; tabs and line ends within a cell become spaces.
[[nodiscard]] QString toTsv(const FigureTable &table);
// RFC 4180. Text that a spreadsheet would run as a formula (it may come from any publisher) gets an
// apostrophe in front.
[[nodiscard]] QString toCsv(const FigureTable &table);

} // namespace models
