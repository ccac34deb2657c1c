// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/category_standing.h"

#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using incidents::standingOf;
using metrics::CategoryTable;

CategoryTable::Category seen(double first, double returned = -1)
{
    CategoryTable::Category category;
    category.seen.add(test::at(first));
    if (returned >= 0)
        category.seen.add(test::at(returned));
    return category;
}

incidents::Standing standing(const CategoryTable::Category &category, std::uint64_t lately,
                             std::uint64_t hour, double asOf, const metrics::AwaySpans &away = {})
{
    auto recently = incidents::observedRecently(test::at(asOf), test::at(0), away);
    recently.lately = lately;
    recently.hour = hour;
    return standingOf(category, recently, test::at(asOf), test::at(0));
}

CategoryState stateOf(const CategoryTable::Category &category, std::uint64_t lately,
                      std::uint64_t hour, double asOf)
{
    return standing(category, lately, hour, asOf).state;
}

TEST(CategoryStanding, isNewForAnHourUnlessItWasThereFromTheBeginning)
{
    EXPECT_EQ(stateOf(seen(100), 1, 1, 200), CategoryState::fresh);
    EXPECT_EQ(stateOf(seen(100), 1, 1, 3699), CategoryState::fresh);
    EXPECT_EQ(stateOf(seen(100), 1, 1, 3700), CategoryState::known);
    EXPECT_EQ(stateOf(seen(59), 1, 1, 200), CategoryState::known);
}

TEST(CategoryStanding, isRegressedForAnHourAfterItCameBack)
{
    EXPECT_EQ(stateOf(seen(10, 9000), 3, 3, 9100), CategoryState::regressed);
    EXPECT_EQ(stateOf(seen(10, 9000), 3, 3, 12700), CategoryState::known);
}

TEST(CategoryStanding, escalatesWhereItGrowsBeyondChance)
{
    // Of 55 minutes 110 let expect 10 in five.
    EXPECT_EQ(stateOf(seen(10), 40, 150, 9000), CategoryState::escalating);
    EXPECT_EQ(stateOf(seen(10), 19, 129, 9000), CategoryState::known); // not twice as many
    EXPECT_EQ(stateOf(seen(10), 9, 10, 9000), CategoryState::known);   // too few
    const auto growth = standing(seen(10), 40, 150, 9000).growth;
    EXPECT_NEAR(growth.value(), 4.0, 1e-9);
}

TEST(CategoryStanding, growthIsUnknownWhereThereIsNothingToCompareWith)
{
    EXPECT_FALSE(standing(seen(10), 40, 150, 400).growth);
    EXPECT_FALSE(standing(seen(10), 40, 40, 9000).growth);
}

TEST(CategoryStanding, whatNobodyObservedIsNoTimeWithoutFailures)
{
    // Ten a minute before and after half an hour away, which ended three minutes ago.
    metrics::AwaySpans away;
    away.add(test::at(9000 - 180 - 1800), test::at(9000 - 180));
    EXPECT_NEAR(standing(seen(10), 30, 300, 9000, away).growth.value(), 1.0, 1e-9);
    EXPECT_EQ(standing(seen(10), 30, 300, 9000, away).state, CategoryState::known);
    EXPECT_NEAR(standing(seen(10), 30, 300, 9000).growth.value(), 30 / (270 * 5 / 55.0), 1e-9);
    away = {};
    away.add(test::at(9000 - 3500), test::at(9000 - 200)); // too little is left to compare with
    EXPECT_FALSE(standing(seen(10), 30, 31, 9000, away).growth);
}

} // namespace
