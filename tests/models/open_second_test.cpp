// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/open_second.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::kAsOf;
using small::kAsOfMs;
using std::chrono::milliseconds;

struct OpenSecondTest : testing::Test
{
    OpenSecondTest()
    {
        m_shown.snapshot.engineTime = kAsOf + milliseconds(400);
        m_shown.snapshot.open.emplace().signals = {{}, {7, 0, {}}};
        m_shown.add("first", ingest::RateSnapshot{});
        m_shown.add("second", ingest::SumSnapshot{});
    }
    const ingest::SignalSnapshot *signal(std::size_t i) { return &m_shown.metrics->signals[i]; }
    small::SmallSnapshot m_shown;
};

TEST_F(OpenSecondTest, IsKnownUntilTheSnapshotsInstantOrItsEnd)
{
    EXPECT_EQ(models::openUntilMs(m_shown.snapshot, nullptr), kAsOfMs + 400);
    m_shown.snapshot.engineTime = kAsOf + milliseconds(1700); // a snapshot of another thread's time
    EXPECT_EQ(models::openUntilMs(m_shown.snapshot, nullptr), kAsOfMs + 1000);
}

TEST_F(OpenSecondTest, IsNothingAtAClosedSecondOrWhereTheSnapshotHasNone)
{
    m_shown.snapshot.engineTime = kAsOf;
    EXPECT_FALSE(models::openUntilMs(m_shown.snapshot, nullptr));
    m_shown.snapshot.engineTime = kAsOf + milliseconds(400);
    m_shown.snapshot.open.reset();
    EXPECT_FALSE(models::openUntilMs(m_shown.snapshot, nullptr));
    EXPECT_EQ(models::openPointOf(m_shown.snapshot, signal(1)), nullptr);
}

TEST_F(OpenSecondTest, ASignalFindsItsOwnUnlessASourceItNeedsIsSilent)
{
    ASSERT_NE(models::openPointOf(m_shown.snapshot, signal(1)), nullptr);
    EXPECT_EQ(models::openPointOf(m_shown.snapshot, signal(1))->minor, 7);
    m_shown.metrics->signals[1].silentSources = {"/shop"};
    EXPECT_EQ(models::openPointOf(m_shown.snapshot, signal(1)), nullptr);
    EXPECT_NE(models::openPointOf(m_shown.snapshot, signal(0)), nullptr);
}

TEST_F(OpenSecondTest, TheAxisMovesOnByOneSecond)
{
    const models::TimeAxis axis = models::timeAxisOf(m_shown.snapshot);
    const models::TimeAxis moved = models::withOpenSecond(axis, m_shown.snapshot);
    EXPECT_EQ(moved.fromMs, axis.fromMs + 1000);
    EXPECT_EQ(moved.toMs, kAsOfMs + 1000);
    EXPECT_EQ(moved.observedFromMs, moved.fromMs);
    m_shown.snapshot.engineTime = kAsOf;
    EXPECT_EQ(models::withOpenSecond(axis, m_shown.snapshot).toMs, kAsOfMs);
}

} // namespace
