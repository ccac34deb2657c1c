// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible_figures.h"

#include "models/chart_tables.h"
#include "models/panel_tables.h"
#include "tests/support/sample_snapshot.h"
#include "widgets/funnel_panel.h"
#include "widgets/kpi_row.h"
#include "widgets/lane.h"
#include "widgets/time_lanes.h"

#include <QAccessible>

#include <gtest/gtest.h>

namespace {

using samples::Sample;

// Every cell as a screen reader finds it.
void expectTwin(QWidget &widget, const models::FigureTable &figures)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&widget);
    ASSERT_NE(face, nullptr);
    QAccessibleTableInterface *table = face->tableInterface();
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->rowCount(), static_cast<int>(figures.rows.size()));
    ASSERT_EQ(table->columnCount(), figures.heads.size());
    for (int column = 0; column < table->columnCount(); ++column)
        EXPECT_EQ(table->columnDescription(column), figures.heads[column]);
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column) {
            QAccessibleInterface *cell = table->cellAt(row, column);
            ASSERT_NE(cell, nullptr);
            ASSERT_EQ(cell->text(QAccessible::Name),
                      models::spokenText(figures.rows[std::size_t(row)][std::size_t(column)]));
            ASSERT_EQ(cell->tableCellInterface()->rowIndex(), row);
            ASSERT_EQ(cell->parent(), face);
        }
}

class AccessibleTableTest : public testing::Test
{
protected:
    AccessibleTableTest() { widgets::installAccessibleFigures(); }
};

TEST_F(AccessibleTableTest, EveryChartHasATwinWithTheModelsValues)
{
    const auto snapshot = samples::sampleSnapshot(Sample::incident);
    widgets::TimeLanes lanes;
    lanes.resize(1200, 700);
    lanes.show(snapshot);
    const auto conversion = models::conversionSeries(*snapshot);
    const auto latency = models::latencyBands(*snapshot);
    const auto revenue = models::revenueBars(*snapshot);
    ASSERT_TRUE(conversion && latency && revenue);
    int found = 0;
    for (widgets::Lane *lane : lanes.findChildren<widgets::Lane *>()) {
        const QString key = lane->explained();
        expectTwin(*lane, key == QStringLiteral("conversion") ? models::chartTable(*conversion)
                          : key == QStringLiteral("latency")  ? models::chartTable(*latency)
                          : key == QStringLiteral("revenue")
                              ? models::chartTable(*revenue)
                              : models::chartTable(models::failureStack(*snapshot)));
        EXPECT_GT(QAccessible::queryAccessibleInterface(lane)->childCount(), 100)
            << key.toStdString();
        ++found;
    }
    EXPECT_EQ(found, 4);
}

TEST_F(AccessibleTableTest, TheTwinGoesOnWithTheFigures)
{
    widgets::KpiRow row;
    for (const Sample sample : {Sample::healthy, Sample::incident, Sample::empty}) {
        row.show(models::tilesOf(*samples::sampleSnapshot(sample)), QStringLiteral("1h"));
        expectTwin(row, models::tilesTable(row.tiles(), QStringLiteral("1h")));
    }
    widgets::FunnelPanel funnel;
    for (const Sample sample : {Sample::incident, Sample::empty}) {
        funnel.show(models::funnelRows(*samples::sampleSnapshot(sample)), {});
        expectTwin(funnel, funnel.figures());
    }
}

} // namespace
