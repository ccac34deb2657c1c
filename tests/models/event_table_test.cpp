// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/event_table.h"

#include "models/facets.h"

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

EventRow row(const char *type, const char *country, const char *tries)
{
    EventRow row;
    row.type = QString::fromUtf8(type);
    row.source = QStringLiteral("/pay");
    row.attributes = {{QStringLiteral("country"), QString::fromUtf8(country)},
                      {QStringLiteral("tries"), QString::fromUtf8(tries)}};
    return row;
}

TEST(Facets, whatIsFilteredByStaysAmongThemToBeTakenBack)
{
    std::vector<EventRow> all;
    for (int i = 0; i < 20; ++i) {
        EventRow one = row("payment.failed", "DE", "1");
        for (int k = 0; k < 8; ++k)
            one.attributes.emplace_back(QStringLiteral("a%1").arg(k), QString::number(i % 2));
        all.push_back(one);
    }
    const auto names = [&all](const char *query) {
        std::vector<std::string> found;
        for (const models::Facet &facet : facetsOf(
                 all, std::get<models::EventQuery>(models::parseQuery(QString::fromUtf8(query)))))
            found.push_back(facet.attribute.toStdString());
        return found;
    };
    EXPECT_EQ(names("").size(), 6u);
    EXPECT_NE(names("").front(), "country") << "it has one value alone";
    EXPECT_EQ(names("country:DE").front(), "country");
}

TEST(Facets, completeFieldsAndTheirValuesButNoIds)
{
    std::vector<EventRow> all{row("payment.failed", "DE", "1"), row("order.completed", "FR", "2")};
    for (int i = 0; i < 60; ++i) {
        all.push_back(row("page.loaded", "New York", "3"));
        all.back().attributes.emplace_back(QStringLiteral("request"), QStringLiteral("r%1").arg(i));
    }
    all.back().amount = QStringLiteral("€9.00");
    const QStringList words = models::vocabularyOf(all);
    for (const char *word : {"type:", "type:payment.failed", "type:order.completed", "source:/pay",
                             "journey:", "country:", "country:DE", "country:New York", "tries>",
                             "tries:2", "request:", "amount>"})
        EXPECT_TRUE(words.contains(QString::fromUtf8(word))) << word;
    EXPECT_FALSE(words.contains(QStringLiteral("country>")));
    EXPECT_FALSE(words.contains(QStringLiteral("request:r7"))) << "an id";
}

} // namespace
