// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/funnel_rows.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::plain;

struct FunnelRowsTest : testing::Test
{
    FunnelRowsTest()
    {
        ingest::FunnelSnapshot funnel;
        funnel.steps = {{"session.started", 284'900, {}},
                        {"cart.item_added", 38'917, 112.0},
                        {"order.completed", 0, {}},
                        {"order.rated", 0, {}}};
        m_shown.add("checkout", funnel);
        m_shown.configuration->experience.conversion = "checkout";
    }
    std::vector<models::FunnelRow> rows() { return models::funnelRows(m_shown.snapshot); }
    small::SmallSnapshot m_shown;
};

TEST_F(FunnelRowsTest, StepsReadLikeWordsAndCountsShowEveryDigit)
{
    EXPECT_EQ(plain(rows()[0].step), "Session started");
    EXPECT_EQ(plain(rows()[1].step), "Cart item added");
    EXPECT_EQ(plain(rows()[0].journeys), "284,900");
    EXPECT_EQ(plain(rows()[1].dropped), "245,983");
}

TEST_F(FunnelRowsTest, SharesAreOfTheStepBefore)
{
    EXPECT_FALSE(rows()[0].continued);
    EXPECT_DOUBLE_EQ(rows()[1].continued.value(), 38'917.0 / 284'900);
    EXPECT_EQ(plain(rows()[1].continuedText), "13.7_%");
    EXPECT_EQ(plain(rows()[2].continuedText), "0.00_%");
}

TEST_F(FunnelRowsTest, AShareOfNobodyIsUnknown)
{
    EXPECT_FALSE(rows()[3].continued);
    EXPECT_EQ(rows()[3].median, QString());
}

TEST_F(FunnelRowsTest, MediansAreTimesFromTheStepBefore)
{
    EXPECT_EQ(plain(rows()[1].median), "1.9_min");
}

TEST_F(FunnelRowsTest, NoFunnelHasNoRows)
{
    m_shown.configuration->experience.conversion = "";
    EXPECT_TRUE(rows().empty());
}

} // namespace
