// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/source_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace {

ingest::SourceSnapshot source(const char *name, std::uint64_t lost)
{
    ingest::SourceSnapshot source;
    source.source = name;
    source.received = 100;
    source.lost = lost;
    return source;
}

struct SourceTableTest : testing::Test
{
    models::SourceTable table;
    QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void show(std::vector<ingest::SourceSnapshot> sources)
    {
        ingest::Snapshot snapshot;
        snapshot.sources = std::move(sources);
        table.update(snapshot);
    }
    [[nodiscard]] QString order() const
    {
        QString names;
        for (int row = 0; row < table.rowCount(); ++row)
            names += QString::fromStdString(table.source(row).source);
        return names;
    }
};

TEST_F(SourceTableTest, TheWorstComesFirstThenByName)
{
    show({source("a", 0), source("b", 7), source("c", 0)});
    EXPECT_EQ(order(), QStringLiteral("bac"));
    table.sortBy(models::SourceColumn::source);
    EXPECT_EQ(order(), QStringLiteral("abc"));
    table.sortBy(models::SourceColumn::lost);
    EXPECT_EQ(order(), QStringLiteral("bac"));
}

TEST_F(SourceTableTest, NoTickResetsTheModel)
{
    QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
    show({source("a", 0), source("b", 0)});
    show({source("b", 1), source("c", 2)});
    show({});
    show({source("d", 0)});
    EXPECT_EQ(reset.size(), 0);
    EXPECT_EQ(order(), QStringLiteral("d"));
}

TEST_F(SourceTableTest, AHeldOrderMovesNoRowAndIsMadeAnewWhenReleased)
{
    table.sortBy(models::SourceColumn::lost);
    show({source("a", 2), source("b", 1)});
    table.holdOrder(true);
    show({source("a", 2), source("b", 9), source("c", 20)});
    EXPECT_EQ(order(), QStringLiteral("abc"));
    EXPECT_EQ(table.source(1).lost, 9u); // the figures go on
    table.holdOrder(false);
    EXPECT_EQ(order(), QStringLiteral("cba"));
}

TEST_F(SourceTableTest, AnIndexStaysWithItsSource)
{
    table.sortBy(models::SourceColumn::lost);
    show({source("a", 2), source("b", 1)});
    const QPersistentModelIndex chosen(table.index(1, 0));
    show({source("a", 2), source("b", 9)});
    EXPECT_EQ(chosen.row(), 0);
    EXPECT_EQ(chosen.data().toString(), QStringLiteral("b"));
}

TEST_F(SourceTableTest, AMutedSourceIsShownButNotJudged)
{
    show({source("a", 5)});
    EXPECT_EQ(table.verdict(0).word, QStringLiteral("Gaps"));
    table.toggleMuted(0);
    EXPECT_EQ(table.verdict(0).word, QStringLiteral("Muted"));
    EXPECT_EQ(table.verdict(0).status, models::Status::normal);
    table.toggleMuted(0);
    EXPECT_EQ(table.verdict(0).word, QStringLiteral("Gaps"));
}

TEST_F(SourceTableTest, CopiesEveryRowUnderItsHead)
{
    show({source("a", 5), source("b", 0)});
    const QStringList lines = table.toTsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 3);
    for (const QString &line : lines)
        EXPECT_EQ(line.count(QLatin1Char('\t')), models::kSourceColumns - 2);
    EXPECT_TRUE(lines[1].startsWith(QStringLiteral("a\t")));
}

} // namespace
