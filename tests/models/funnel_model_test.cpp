// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/funnel_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <random>

namespace {

using models::FunnelModel;
using models::FunnelRow;

FunnelRow row(const char *step, int journeys)
{
    FunnelRow made;
    made.step = QString::fromLatin1(step);
    made.journeys = QString::number(journeys);
    return made;
}

struct FunnelModelTest : testing::Test
{
    FunnelModel m_model;
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(FunnelModelTest, FiguresChangeInPlace)
{
    m_model.update({row("Viewed", 10), row("Bought", 3)});
    const QSignalSpy changed(&m_model, &FunnelModel::dataChanged);
    const QSignalSpy inserted(&m_model, &FunnelModel::rowsInserted);
    m_model.update({row("Viewed", 10), row("Bought", 4)});
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed[0][0].toModelIndex().row(), 1);
    EXPECT_EQ(inserted.count(), 0);
    EXPECT_EQ(m_model.index(1, FunnelModel::journeys).data().toString(), QStringLiteral("4"));
}

TEST_F(FunnelModelTest, ColumnsHaveHeads)
{
    for (int column = 0; column < m_model.columnCount(); ++column)
        EXPECT_FALSE(
            m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    EXPECT_FALSE(
        m_model.headerData(FunnelModel::columns, Qt::Horizontal, Qt::DisplayRole).isValid());
}

TEST_F(FunnelModelTest, RandomFunnelsArriveWhateverStoodThere)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const QSignalSpy reset(&m_model, &FunnelModel::modelReset);
    for (int round = 0; round < 500; ++round) {
        std::vector<FunnelRow> rows;
        const auto steps = random() % 8;
        for (unsigned step = 0; step < steps; ++step)
            rows.push_back(row(step % 2 ? "Viewed" : "Added", static_cast<int>(random() % 4)));
        m_model.update(rows);
        ASSERT_EQ(m_model.rows(), rows) << "round " << round;
    }
    EXPECT_EQ(reset.count(), 0);
}

} // namespace
