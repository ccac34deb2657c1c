// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cost_text.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

ingest::SumValue euro(std::int64_t minor)
{
    return {ingest::wire::CurrencyCode{{'E', 'U', 'R'}}, minor, 2};
}

std::string text(const ingest::Cost &cost)
{
    const models::CostText out = models::costText(cost);
    return small::plain(out.amount + QLatin1Char('|') + out.note);
}

TEST(CostTextTest, SaysWhatIsLost)
{
    ingest::Cost cost;
    cost.lost = 5;
    cost.lostSums = {euro(3'240'000)};
    EXPECT_EQ(text(cost), "E32.4_k|lost so far");
}

TEST(CostTextTest, SaysWhatIsAtRiskWhileNothingIsLostYet)
{
    ingest::Cost cost;
    cost.atRisk = 5;
    cost.atRiskSums = {euro(50'000)};
    EXPECT_EQ(text(cost), "E500|at risk");
}

TEST(CostTextTest, UnpricedJourneysAreNamedAndNeverNothing)
{
    ingest::Cost cost;
    cost.lost = cost.unpriced = 12;
    EXPECT_EQ(text(cost), "12|journeys lost");
    cost.lost = 15;
    cost.lostSums = {euro(10'000)};
    EXPECT_EQ(text(cost), "E100|lost so far, 12 unpriced");
}

TEST(CostTextTest, LowerBoundsAreSaidToBeSuch)
{
    ingest::Cost cost;
    cost.lostSums = {euro(10'000)};
    cost.bounded = true;
    EXPECT_EQ(text(cost), "E100|at least, lost so far");
}

TEST(CostTextTest, NothingKnownIsNotZero)
{
    EXPECT_EQ(text({}), "\u2013|no cost known");
}

} // namespace
