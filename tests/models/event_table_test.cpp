// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/event_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace {

using models::EventRow;
using models::EventTable;

std::vector<EventRow> rows(std::initializer_list<std::uint64_t> numbers)
{
    std::vector<EventRow> rows;
    for (const std::uint64_t number : numbers) {
        EventRow row;
        row.number = number;
        row.type = QString::number(number);
        row.attributes = {{QStringLiteral("country"), QStringLiteral("DE")}};
        rows.push_back(row);
    }
    return rows;
}

TEST(EventTable, whatStaysIsNotTouched)
{
    EventTable table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    table.show(rows({5, 4, 3}));
    const QPersistentModelIndex read(table.index(1, EventTable::Type));
    table.show(rows({9, 8, 5, 4}));
    EXPECT_EQ(read.row(), 3);
    EXPECT_EQ(read.data().toString(), QStringLiteral("4"));
    table.show(rows({12, 11}));
    EXPECT_FALSE(read.isValid());
    EXPECT_EQ(table.rowCount(), 2);
    table.show({});
    EXPECT_EQ(table.rowCount(), 0);
    EXPECT_TRUE(resets.isEmpty());
}

TEST(EventTable, attributesAreOneLine)
{
    EventTable table;
    auto one = rows({1});
    one[0].reason = QStringLiteral("declined");
    table.show(one);
    EXPECT_EQ(table.index(0, EventTable::Attributes).data().toString(),
              QStringLiteral("reason=declined  country=DE"));
}

} // namespace
