// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace {

using models::CategoryTable;

ingest::CategorySnapshot category(std::uint32_t ordinal, const char *name, std::uint64_t count)
{
    ingest::CategorySnapshot row;
    row.ordinal = ordinal;
    row.category = name;
    row.type = "payment.failed";
    row.count = count;
    row.journeys = count;
    row.owner.name = "Payments";
    return row;
}

ingest::Snapshot snapshotOf(std::vector<ingest::CategorySnapshot> categories)
{
    auto metrics = std::make_shared<ingest::Metrics>();
    metrics->categories = std::move(categories);
    ingest::Snapshot snapshot;
    snapshot.metrics = std::move(metrics);
    snapshot.observed = std::chrono::minutes{10};
    return snapshot;
}

QString at(const CategoryTable &table, int row, int column)
{
    return table.index(row, column).data().toString();
}

TEST(CategoryTable, rowsComeAndGoOneByOne)
{
    CategoryTable table;
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    table.show(snapshotOf({category(3, "timeout", 9), category(1, "declined", 5)}));
    ASSERT_EQ(table.rowCount(), 2);
    EXPECT_EQ(at(table, 0, CategoryTable::Name), QStringLiteral("Declined"));
    table.show(snapshotOf({category(2, "out_of_stock", 1), category(3, "timeout", 12)}));
    ASSERT_EQ(table.rowCount(), 2);
    EXPECT_EQ(at(table, 0, CategoryTable::Name), QStringLiteral("Out of stock"));
    EXPECT_EQ(at(table, 1, CategoryTable::Count), QStringLiteral("12"));
    EXPECT_EQ(at(table, 1, CategoryTable::PerMinute), QStringLiteral("1.2"));
    table.show(snapshotOf({}));
    EXPECT_EQ(table.rowCount(), 0);
    EXPECT_TRUE(resets.isEmpty());
}

TEST(CategoryTable, moneyAtRiskIsWhatIsLostAndWhatMayBe)
{
    auto row = category(0, "declined", 5);
    row.cost.lostSums = {{{{'E', 'U', 'R'}}, 250'000, 2}};
    row.cost.atRiskSums = {{{{'E', 'U', 'R'}}, 150'000, 2}};
    auto unpriced = category(1, "script", 5);
    unpriced.cost.unpriced = 3;
    CategoryTable table;
    table.show(snapshotOf({row, unpriced, category(2, "none", 1)}));
    EXPECT_TRUE(at(table, 0, CategoryTable::AtRisk).startsWith(QStringLiteral("€4")))
        << at(table, 0, CategoryTable::AtRisk).toStdString();
    EXPECT_EQ(at(table, 1, CategoryTable::AtRisk), QStringLiteral("unpriced"));
    EXPECT_EQ(at(table, 2, CategoryTable::AtRisk), QStringLiteral("–"));
    const auto hint = [&table](int line) {
        return table.index(line, CategoryTable::AtRisk).data(Qt::ToolTipRole).toString();
    };
    EXPECT_TRUE(hint(0).isEmpty());
    EXPECT_TRUE(hint(1).startsWith(QStringLiteral("3 journeys"))) << hint(1).toStdString();
    EXPECT_GT(table.index(0, CategoryTable::AtRisk).data(CategoryTable::SortRole).toDouble(), 3999);
}

TEST(CategoryTable, saysTheStateAndWhoLooksAfterIt)
{
    auto row = category(0, "declined", 5);
    row.state = ingest::CategoryState::fresh;
    row.acknowledgedBy = "Ada";
    CategoryTable table;
    table.show(snapshotOf({row}));
    EXPECT_EQ(at(table, 0, CategoryTable::State), QStringLiteral("NEW, seen by Ada"));
    EXPECT_EQ(at(table, 0, CategoryTable::Owner), QStringLiteral("Payments"));
}

TEST(CategoryTable, whatCustomersMeetInAnIncidentComesFirst)
{
    auto fresh = category(0, "3ds_timeout", 5);
    fresh.state = ingest::CategoryState::fresh;
    auto escalating = category(1, "script_error", 50);
    escalating.type = "page.error";
    escalating.state = ingest::CategoryState::escalating;
    const auto known = category(2, "declined", 500);
    auto snapshot = snapshotOf({fresh, escalating, known});
    ingest::config::Configuration configuration;
    ingest::config::SignalConfiguration ratio;
    ratio.name = "payments";
    ratio.kind = ingest::config::SignalKind::ratio;
    ratio.bad = {{"payment.failed", {}}};
    configuration.signals = {ratio};
    snapshot.configuration = std::make_shared<const ingest::config::Configuration>(configuration);
    CategoryTable table;
    const auto urgency = [&table](int row) {
        return table.index(row, CategoryTable::State).data(CategoryTable::SortRole).toDouble();
    };
    table.show(snapshot);
    EXPECT_EQ(at(table, 0, CategoryTable::State), QStringLiteral("NEW"));
    EXPECT_EQ(at(table, 1, CategoryTable::State), QStringLiteral("High"));
    EXPECT_EQ(at(table, 2, CategoryTable::State), QStringLiteral("Known"));
    EXPECT_GT(urgency(0), urgency(1));
    EXPECT_GT(urgency(1), urgency(2));
    ingest::Incident incident;
    incident.kind = ingest::IncidentKind::ratio;
    incident.subject = "payments";
    snapshot.incidents = {incident};
    table.show(snapshot);
    EXPECT_EQ(at(table, 0, CategoryTable::State), QStringLiteral("NEW, Bad"));
    EXPECT_EQ(at(table, 1, CategoryTable::State), QStringLiteral("High")) << "of no bad event";
    EXPECT_EQ(at(table, 2, CategoryTable::State), QStringLiteral("Known")) << "always there";
    snapshot.incidents.front().until = snapshot.asOf;
    table.show(snapshot);
    EXPECT_EQ(at(table, 0, CategoryTable::State), QStringLiteral("NEW"));
}

TEST(CategoryTable, journeysThatAreNotKnownAreNotNone)
{
    auto row = category(0, "declined", 5);
    row.journeys = 0;
    row.journeysExact = false;
    CategoryTable table;
    table.show(snapshotOf({row}));
    EXPECT_EQ(at(table, 0, CategoryTable::Journeys), QStringLiteral("–"));
    row.journeys = 7;
    table.show(snapshotOf({row}));
    EXPECT_EQ(at(table, 0, CategoryTable::Journeys), QStringLiteral("≈7"));
}

// In a replay of last week "today" is the day of then.
TEST(CategoryTable, firstSeenIsAClockOnTheDayThatIsShown)
{
    const ingest::Second noon{std::chrono::sys_days{std::chrono::year{2024} / 3 / 14} +
                              std::chrono::hours{12}};
    auto today = category(0, "declined", 5);
    today.firstSeen = noon - std::chrono::minutes{5};
    auto before = category(1, "script", 5);
    before.firstSeen = noon - std::chrono::hours{72};
    ingest::Snapshot snapshot = snapshotOf({today, before});
    snapshot.asOf = noon;
    CategoryTable table;
    table.show(snapshot);
    EXPECT_TRUE(at(table, 0, CategoryTable::FirstSeen).contains(QLatin1Char(':')))
        << at(table, 0, CategoryTable::FirstSeen).toStdString();
    EXPECT_FALSE(at(table, 1, CategoryTable::FirstSeen).contains(QLatin1Char(':')));
}

} // namespace
