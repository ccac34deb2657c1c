// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/figure_table.h"

#include "models/axis_text.h"
#include "models/category_model.h"
#include "models/category_table.h"
#include "models/chart_tables.h"
#include "models/funnel_model.h"
#include "models/panel_tables.h"
#include "models/source_table.h"
#include "models/time_axis.h"
#include "tests/support/sample_snapshot.h"

#include <QDateTime>

#include <gtest/gtest.h>

#include <cmath>

namespace {

using models::FigureTable;
using samples::Sample;

constexpr Sample kSamples[] = {Sample::incident, Sample::healthy, Sample::fewData, Sample::filling,
                               Sample::gap,      Sample::stale,   Sample::empty};

FigureTable odd()
{
    return {QStringLiteral("odd"),
            QStringLiteral("Odd"),
            {QStringLiteral("name"), QStringLiteral("value")},
            {{QStringLiteral("a,b"), 1.5},
             {QStringLiteral("say \"no\""), std::nan("")},
             {QStringLiteral("=HYPERLINK(1)"), -2.0},
             {QStringLiteral("two\nlines\tand"), qulonglong(18446744073709551615u)}}};
}

TEST(FigureTableTest, CsvQuotesWhatNeedsItAndRunsNoFormula)
{
    EXPECT_EQ(models::toCsv(odd()).toStdString(), "name,value\r\n"
                                                  "\"a,b\",1.5\r\n"
                                                  "\"say \"\"no\"\"\",\r\n"
                                                  "'=HYPERLINK(1),-2\r\n"
                                                  "\"two\nlines\tand\",18446744073709551615\r\n");
}

TEST(FigureTableTest, TsvKeepsEveryRowOnItsLine)
{
    const QString text = models::toTsv(odd());
    EXPECT_EQ(text.count(QLatin1Char('\n')), 5);
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        EXPECT_EQ(line.count(QLatin1Char('\t')), 1) << line.toStdString();
}

TEST(FigureTableTest, InstantsAreUtcWhateverTheZone)
{
    const double ms = models::toMs(samples::sampleAsOf());
    EXPECT_EQ(models::cellText(models::instant(ms)).toStdString(), "2025-11-20T13:32:08Z");
    EXPECT_EQ(models::cellText(models::instant(ms + 7)).toStdString(), "2025-11-20T13:32:08.007Z");
}

// Every number of a column, formatted as the page formats it, is the text on the page.
TEST(FigureTableTest, ExportedFiguresOfTheFunnelAreThoseShown)
{
    for (const Sample sample : kSamples) {
        models::FunnelModel model;
        model.update(models::funnelRows(*samples::sampleSnapshot(sample)));
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto exact = [&](int column) {
                return model.index(row, column).data(models::kExactRole);
            };
            const auto shown = [&](int column) {
                return model.index(row, column).data().toString();
            };
            EXPECT_EQ(models::wholeCount(exact(models::FunnelModel::journeys).toULongLong()),
                      shown(models::FunnelModel::journeys));
            const QVariant continued = exact(models::FunnelModel::continued);
            EXPECT_EQ(continued.isValid() ? models::percentText(continued.toDouble()) : QString(),
                      shown(models::FunnelModel::continued));
            const QVariant median = exact(models::FunnelModel::median);
            EXPECT_EQ(median.isValid() ? models::durationText(median.toDouble() * 1000) : QString(),
                      shown(models::FunnelModel::median));
        }
    }
}

TEST(FigureTableTest, ExportedFiguresOfTheTilesAreThoseShown)
{
    int checked = 0;
    for (const Sample sample : kSamples)
        for (const models::Tile &tile : models::tilesOf(*samples::sampleSnapshot(sample))) {
            ASSERT_EQ(tile.exact.has_value(), tile.value != QStringLiteral("–"))
                << tile.key.toStdString();
            if (!tile.exact)
                continue;
            ++checked;
            const QString text =
                tile.exactUnit == QStringLiteral("%")    ? models::percentText(*tile.exact)
                : tile.exactUnit == QStringLiteral("ms") ? models::durationText(*tile.exact)
                : tile.key == QStringLiteral("revenue")
                    ? models::shortMoney(*tile.exact, tile.exactUnit.left(3))
                    : models::shortCount(*tile.exact);
            EXPECT_EQ(text, tile.text()) << tile.key.toStdString();
        }
    EXPECT_GT(checked, 25);
}

TEST(FigureTableTest, ExportedCategoriesAreThoseShownAndDrawnColumnsAreLeftOut)
{
    const auto snapshot = samples::sampleSnapshot(Sample::incident);
    models::CategoryTable table;
    table.show(*snapshot);
    ASSERT_GT(table.rowCount(), 0);
    const FigureTable figures = models::tableOf(table, QStringLiteral("c"), QStringLiteral("C"));
    EXPECT_EQ(figures.heads.size(), models::CategoryTable::Columns - 1);
    EXPECT_TRUE(figures.heads.contains(QStringLiteral("First seen (UTC)")));
    for (int row = 0; row < table.rowCount(); ++row)
        EXPECT_EQ(models::wholeCount(figures.rows[std::size_t(row)][2].toULongLong()),
                  table.index(row, models::CategoryTable::Count).data().toString());
}

TEST(FigureTableTest, EveryPointOfAChartIsARowWithItsNumbers)
{
    for (const Sample sample : kSamples) {
        const auto snapshot = samples::sampleSnapshot(sample);
        if (const auto series = models::conversionSeries(*snapshot)) {
            const FigureTable table = models::chartTable(*series);
            ASSERT_GE(table.rows.size(), series->matured.size());
            for (std::size_t i = 0; i < series->matured.size(); ++i) {
                EXPECT_EQ(table.rows[i][0], models::instant(series->matured[i].x()));
                EXPECT_EQ(table.rows[i][1].toDouble(), series->matured[i].y());
                EXPECT_EQ(table.rows[i][2].toDouble(), series->lower[i].y());
            }
        }
        if (const auto bands = models::latencyBands(*snapshot)) {
            const FigureTable table = models::chartTable(*bands);
            ASSERT_GE(table.rows.size(), bands->p75.size());
            std::size_t i = 0;
            for (const auto &row : table.rows)
                if (i < bands->p75.size() && row[0] == models::instant(bands->p75[i].x())) {
                    EXPECT_DOUBLE_EQ(row[1].toDouble(), std::exp2(bands->p75[i].y()));
                    ++i;
                }
            EXPECT_EQ(i, bands->p75.size());
        }
        const models::FailureStack stack = models::failureStack(*snapshot);
        const FigureTable failures = models::chartTable(stack);
        ASSERT_EQ(failures.rows.size(), stack.endsMs.size());
        for (std::size_t i = 0; i < stack.endsMs.size(); ++i)
            for (std::size_t j = 0; j < stack.bands.size(); ++j)
                EXPECT_EQ(models::cellText(failures.rows[i][j + 2]),
                          models::cellText(stack.bands[j].perMinute[i]));
        if (const auto bars = models::revenueBars(*snapshot)) {
            const FigureTable table = models::chartTable(*bars);
            ASSERT_EQ(table.rows.size(), bars->bars.size());
            for (std::size_t i = 0; i < bars->bars.size(); ++i)
                EXPECT_EQ(table.rows[i][1].toDouble(), bars->bars[i].perMinute);
        }
    }
}

TEST(FigureTableTest, TheUsualStandsBesideTheValueWhereOneIsKnownNearby)
{
    FigureTable table{QStringLiteral("c"),
                      QStringLiteral("C"),
                      {QStringLiteral("time"), QStringLiteral("value"), QStringLiteral("more")},
                      {{models::instant(0), 1.0, 7.0}, {models::instant(200'000), 2.0, 8.0}}};
    models::addUsual(table, {{30'000, 5.0}, {50'000, 6.0}}, QStringLiteral("usual"));
    EXPECT_EQ(table.heads[2], QStringLiteral("usual"));
    EXPECT_EQ(table.rows[0], (std::vector<QVariant>{models::instant(0), 1.0, 5.0, 7.0}));
    EXPECT_EQ(table.rows[1],
              (std::vector<QVariant>{models::instant(200'000), 2.0, QVariant(), 8.0}));
}

TEST(FigureTableTest, NobodyIsReadAPowerOfTen)
{
    EXPECT_EQ(models::spokenText(3.529411765), QStringLiteral("3.529"));
    EXPECT_EQ(models::spokenText(1234567.8), QStringLiteral("1234568"));
    EXPECT_EQ(models::spokenText(std::nan("")), QString());
}

} // namespace
