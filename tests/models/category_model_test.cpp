// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using models::CategoryModel;
using models::CategoryRow;

CategoryRow row(std::uint32_t ordinal, int count = 1)
{
    CategoryRow made;
    made.ordinal = ordinal;
    made.name = QStringLiteral("category %1").arg(ordinal);
    made.count = QString::number(count);
    return made;
}

struct CategoryModelTest : testing::Test
{
    CategoryModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(CategoryModelTest, ARowThatRisesMovesAndKeepsItsIdentity)
{
    m_model.update({row(1), row(2), row(3)});
    const QPersistentModelIndex third = m_model.index(2, 0);
    const QSignalSpy moved(&m_model, &CategoryModel::rowsMoved);
    const QSignalSpy reset(&m_model, &CategoryModel::modelReset);
    m_model.update({row(3), row(1), row(2)});
    EXPECT_EQ(third.row(), 0);
    EXPECT_EQ(moved.count(), 1);
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(CategoryModelTest, OnlyRowsThatChangedAreAnnounced)
{
    m_model.update({row(1), row(2)});
    const QSignalSpy changed(&m_model, &CategoryModel::dataChanged);
    m_model.update({row(1), row(2, 7)});
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed[0][0].toModelIndex().row(), 1);
    EXPECT_EQ(m_model.index(1, CategoryModel::count).data().toString(), QStringLiteral("7"));
}

TEST_F(CategoryModelTest, RandomRankingsArriveWhateverStoodThere)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const QSignalSpy reset(&m_model, &CategoryModel::modelReset);
    for (int round = 0; round < 500; ++round) {
        std::vector<CategoryRow> rows;
        for (std::uint32_t ordinal = 0; ordinal < 14; ++ordinal)
            if (random() % 3 != 0)
                rows.push_back(row(ordinal, static_cast<int>(random() % 5)));
        std::shuffle(rows.begin(), rows.end(), random);
        m_model.update(rows);
        ASSERT_EQ(m_model.rows(), rows) << "round " << round;
    }
    EXPECT_EQ(reset.count(), 0);
}

} // namespace
