// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot_lookup.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

TEST(SnapshotLookupTest, FindsSignalsAndTheirConfigurationByName)
{
    small::SmallSnapshot shown;
    shown.add("orders", ingest::RateSnapshot{});
    shown.add("revenue", ingest::SumSnapshot{});
    ASSERT_NE(models::signalNamed(shown.snapshot, "revenue"), nullptr);
    EXPECT_EQ(models::signalNamed(shown.snapshot, "revenue")->name, "revenue");
    EXPECT_EQ(models::configurationOf(shown.snapshot, "orders")->name, "orders");
    EXPECT_EQ(models::signalNamed(shown.snapshot, "none"), nullptr);
}

TEST(SnapshotLookupTest, AValueOfAnotherKindIsNone)
{
    small::SmallSnapshot shown;
    shown.add("orders", ingest::RateSnapshot{});
    EXPECT_NE(models::valueNamed<ingest::RateSnapshot>(shown.snapshot, "orders"), nullptr);
    EXPECT_EQ(models::valueNamed<ingest::SumSnapshot>(shown.snapshot, "orders"), nullptr);
}

TEST(SnapshotLookupTest, AnEmptyRoleNamesNoSignal)
{
    small::SmallSnapshot shown;
    shown.add("", ingest::RateSnapshot{});
    EXPECT_EQ(models::signalNamed(shown.snapshot, ""), nullptr);
}

TEST(SnapshotLookupTest, AnEmptySnapshotHasNothing)
{
    const ingest::Snapshot empty;
    EXPECT_EQ(models::signalNamed(empty, "orders"), nullptr);
    EXPECT_EQ(models::configurationOf(empty, "orders"), nullptr);
    EXPECT_TRUE(models::rolesOf(empty).conversion.empty());
}

} // namespace
