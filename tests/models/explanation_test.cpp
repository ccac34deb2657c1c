// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explanation.h"

#include "models/axis_text.h"
#include "models/snapshot_lookup.h"
#include "models/tiles.h"
#include "tests/support/sample_snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using models::Explanation;
using samples::Sample;

QString lineOf(const Explanation &explanation, const char *name)
{
    const auto line =
        std::ranges::find(explanation.lines, QLatin1String(name), &Explanation::Line::name);
    return line == explanation.lines.end() ? QString() : line->text;
}

TEST(ExplanationTest, EveryTileSaysItsDefinitionWindowSampleAndWhatIsMissing)
{
    const auto snapshot = samples::sampleSnapshot(Sample::incident);
    for (const models::Tile &tile : models::tilesOf(*snapshot)) {
        const Explanation explanation = models::explanationOf(*snapshot, tile.key);
        EXPECT_TRUE(explanation.title.contains(tile.text())) << tile.key.toStdString();
        for (const char *name :
             {"Definition", "How it is worked out", "Window", "Sample", "Completeness", "Left out"})
            EXPECT_FALSE(lineOf(explanation, name).isEmpty())
                << tile.key.toStdString() << " " << name;
    }
}

TEST(ExplanationTest, TheSampleOfARatioIsItsTrials)
{
    const auto snapshot = samples::sampleSnapshot(Sample::incident);
    const auto *ratio =
        models::valueNamed<ingest::RatioSnapshot>(*snapshot, models::rolesOf(*snapshot).success);
    ASSERT_NE(ratio, nullptr);
    const QString sample =
        lineOf(models::explanationOf(*snapshot, QStringLiteral("success")), "Sample");
    EXPECT_TRUE(sample.contains(models::wholeCount(ratio->value.good + ratio->value.bad)));
    EXPECT_TRUE(sample.contains(models::wholeCount(ratio->value.bad)));
}

TEST(ExplanationTest, ASilentSourceIsNamedInsteadOfTrusted)
{
    const auto snapshot = samples::sampleSnapshot(Sample::stale);
    const auto *signal = models::signalNamed(*snapshot, models::rolesOf(*snapshot).conversion);
    ASSERT_NE(signal, nullptr);
    ASSERT_FALSE(signal->silentSources.empty());
    EXPECT_TRUE(
        lineOf(models::explanationOf(*snapshot, QStringLiteral("conversion")), "Completeness")
            .contains(QString::fromStdString(signal->silentSources.front())));
}

TEST(ExplanationTest, LostEventsAreCounted)
{
    const auto snapshot = samples::sampleSnapshot(Sample::gap);
    const std::uint64_t lost = snapshot->metrics->windowLedger.lost;
    ASSERT_GT(lost, 0u);
    EXPECT_TRUE(lineOf(models::explanationOf(*snapshot, QStringLiteral("failures")), "Completeness")
                    .contains(models::wholeCount(lost)));
}

TEST(ExplanationTest, NothingIsCalledCompleteAfterAnEndWithoutGoodbye)
{
    ingest::Snapshot snapshot = *samples::sampleSnapshot(Sample::healthy);
    const auto completeness = [&snapshot] {
        return lineOf(models::explanationOf(snapshot, QStringLiteral("revenue")), "Completeness");
    };
    ASSERT_FALSE(snapshot.sources.empty());
    const QString before = completeness();
    snapshot.sources.front().tailUnknown = true;
    EXPECT_NE(completeness(), before);
    EXPECT_TRUE(completeness().contains(QString::fromStdString(snapshot.sources.front().source)));
}

TEST(ExplanationTest, EveryPanelIsDefinedAndNothingElse)
{
    const auto snapshot = samples::sampleSnapshot(Sample::healthy);
    for (const char *panel : {"funnel", "categories", "changed", "journey", "events", "facets",
                              "ledger", "sources", "engine"})
        EXPECT_FALSE(
            lineOf(models::explanationOf(*snapshot, QLatin1String(panel)), "Definition").isEmpty())
            << panel;
    EXPECT_TRUE(models::explanationOf(*snapshot, QStringLiteral("nothing")).lines.empty());
}

} // namespace
