// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline_text.h"

#include "tests/support/sample_snapshot.h"

#include <gtest/gtest.h>

namespace {

TEST(PipelineText, BytesInTheUnitThatFits)
{
    EXPECT_EQ(models::bytesText(3u << 19), QStringLiteral("1.5\u202fMiB"));
    EXPECT_EQ(models::bytesText(512u << 20), QStringLiteral("512\u202fMiB"));
    EXPECT_EQ(models::bytesText(std::uint64_t{5} << 28), QStringLiteral("1.25\u202fGiB"));
}

TEST(PipelineText, NamesEveryCapThatWasHit)
{
    ingest::Snapshot snapshot;
    EXPECT_TRUE(models::capsHit(snapshot).empty());
    snapshot.ledger.overflow = 1'204;
    snapshot.sourcesTotal = 300;
    const auto hit = models::capsHit(snapshot);
    ASSERT_EQ(hit.size(), 2u);
    EXPECT_EQ(hit[0], QStringLiteral("1,204 events counted under (other)"));
}

TEST(PipelineText, HoldsLedgerSourcesAndLastBadFrame)
{
    auto snapshot = *samples::sampleSnapshot(samples::Sample::incident);
    snapshot.sources.front().lastBad =
        ingest::BadFrame{ingest::wire::Reason::notJson, snapshot.engineTime, "{oops"};
    const QString text = models::pipelineText(snapshot);
    for (const char *part : {"44,928,280", "The counts add up.", "/shop/search-eu-2", "{oops"})
        EXPECT_TRUE(text.contains(QLatin1String(part))) << part;
}

} // namespace
