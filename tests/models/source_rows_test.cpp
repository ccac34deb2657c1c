// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/source_rows.h"

#include <gtest/gtest.h>

namespace {

using models::SourceColumn;

TEST(SourceRows, UnknownLossIsSaidAndSortsBelowZero)
{
    ingest::SourceSnapshot source;
    EXPECT_EQ(models::cellText(source, SourceColumn::lost, {}), QStringLiteral("unknown"));
    EXPECT_LT(models::sortValue(source, SourceColumn::lost), 0);
    EXPECT_EQ(models::verdictOf(source).word, QStringLiteral("Unnumbered"));
}

TEST(SourceRows, AnUnknownTailMakesLossALowerBound)
{
    ingest::SourceSnapshot source;
    source.lost = 0;
    EXPECT_EQ(models::cellText(source, SourceColumn::lost, {}), QStringLiteral("0"));
    EXPECT_EQ(models::verdictOf(source).word, QStringLiteral("Good"));
    source.tailUnknown = true;
    EXPECT_EQ(models::cellText(source, SourceColumn::lost, {}), QStringLiteral("≥ 0"));
    EXPECT_EQ(models::verdictOf(source).word, QStringLiteral("Tail unknown"));
    EXPECT_EQ(models::verdictOf(source).status, models::Status::unknown);
}

TEST(SourceRows, SilenceIsUnknownWhateverElseIsWrong)
{
    ingest::SourceSnapshot source;
    source.lost = 4;
    source.state = ingest::SourceState::silent;
    EXPECT_EQ(models::verdictOf(source).status, models::Status::unknown);
    source.state = ingest::SourceState::up;
    EXPECT_EQ(models::verdictOf(source).word, QStringLiteral("Gaps"));
}

TEST(SourceRows, MalformedIsToldByReason)
{
    ingest::SourceSnapshot source;
    source.malformedBy[static_cast<std::size_t>(ingest::wire::Reason::notJson)] = 1'200;
    source.malformedBy[static_cast<std::size_t>(ingest::wire::Reason::noType)] = 1;
    EXPECT_EQ(models::malformedText(source), QStringLiteral("not-json 1,200, no-type 1"));
}

TEST(SourceRows, BytesThatAreNoTextAreShownAsNumbers)
{
    EXPECT_EQ(models::printable("{\"a\":1}"), QStringLiteral("{\"a\":1}"));
    EXPECT_EQ(models::printable("a\nb\x01"), QStringLiteral("a\\nb\\x01"));
    EXPECT_EQ(models::printable("\xff{"), QStringLiteral("\\xff{"));
    EXPECT_EQ(models::printable("5 \xe2\x82\xac"), QStringLiteral("5 €"));
}

} // namespace
