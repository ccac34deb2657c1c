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
    category.firstSeen = test::at(first);
    if (returned >= 0)
        category.returned = test::at(returned);
    return category;
}

CategoryState stateOf(const CategoryTable::Category &category, std::uint64_t lately,
                      std::uint64_t hour, double asOf)
{
    return standingOf(category, lately, hour, test::at(asOf), test::at(0)).state;
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
    const auto growth = standingOf(seen(10), 40, 150, test::at(9000), test::at(0)).growth;
    EXPECT_NEAR(growth.value(), 4.0, 1e-9);
}

TEST(CategoryStanding, growthIsUnknownWhereThereIsNothingToCompareWith)
{
    EXPECT_FALSE(standingOf(seen(10), 40, 150, test::at(400), test::at(0)).growth);
    EXPECT_FALSE(standingOf(seen(10), 40, 40, test::at(9000), test::at(0)).growth);
}

} // namespace
