// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot_feed.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace {

std::shared_ptr<const ingest::Snapshot> snapshotAt(int second)
{
    auto snapshot = std::make_shared<ingest::Snapshot>();
    snapshot->asOf = ingest::Second(std::chrono::seconds(second));
    return snapshot;
}

struct SnapshotFeedTest : testing::Test
{
    ingest::SnapshotSlot m_slot;
    models::SnapshotFeed m_feed{m_slot};
    QSignalSpy m_changed{&m_feed, &models::SnapshotFeed::changed};
};

TEST_F(SnapshotFeedTest, ShowsNothingBeforeTheFirstSnapshot)
{
    EXPECT_FALSE(m_feed.shown());
    EXPECT_EQ(m_feed.silentMs(), 0);
}

TEST_F(SnapshotFeedTest, ShowsTheNewestAndEachOnce)
{
    m_slot.publish(snapshotAt(1));
    const auto newest = snapshotAt(2);
    m_slot.publish(newest);
    ASSERT_TRUE(m_changed.wait(5'000));
    EXPECT_EQ(m_feed.shown(), newest);
    EXPECT_FALSE(m_changed.wait(350));
    EXPECT_EQ(m_changed.count(), 1);
}

TEST_F(SnapshotFeedTest, APauseKeepsWhatIsShownAndCatchesUpAfterwards)
{
    const auto first = snapshotAt(1);
    m_slot.publish(first);
    ASSERT_TRUE(m_changed.wait(5'000));
    m_feed.setPaused(true);
    const auto second = snapshotAt(2);
    m_slot.publish(second);
    EXPECT_FALSE(m_changed.wait(350));
    EXPECT_EQ(m_feed.shown(), first);
    m_feed.setPaused(false);
    EXPECT_EQ(m_feed.shown(), second);
}

TEST_F(SnapshotFeedTest, FollowsAnotherSlotAndComesBack)
{
    m_slot.publish(snapshotAt(5));
    ASSERT_TRUE(m_changed.wait(5'000));
    m_feed.setPaused(true);
    ingest::SnapshotSlot past;
    m_feed.follow(past);
    EXPECT_FALSE(m_feed.paused());
    EXPECT_EQ(m_feed.shown(), m_slot.latest()); // until there is something
    past.publish(snapshotAt(1));
    ASSERT_TRUE(m_changed.wait(5'000));
    EXPECT_EQ(m_feed.shown(), past.latest());
    m_feed.follow(m_slot);
    EXPECT_EQ(m_feed.shown(), m_slot.latest());
}

TEST_F(SnapshotFeedTest, LooksSeldomWhileHiddenAndAtOnceWhenItIsNot)
{
    m_feed.setHidden(true);
    m_slot.publish(snapshotAt(1));
    EXPECT_FALSE(m_changed.wait(500));
    EXPECT_FALSE(m_slot.taken());
    m_feed.setHidden(false);
    EXPECT_EQ(m_changed.count(), 1);
    EXPECT_TRUE(m_slot.taken());
}

TEST_F(SnapshotFeedTest, SaysWhenItIsPausedAndOnlyThen)
{
    QSignalSpy paused(&m_feed, &models::SnapshotFeed::pausedChanged);
    m_feed.setPaused(false);
    m_feed.setPaused(true);
    m_feed.setPaused(true);
    ASSERT_EQ(paused.count(), 1);
    EXPECT_TRUE(paused.at(0).at(0).toBool());
}

TEST_F(SnapshotFeedTest, ADeadIngestThreadIsNoticedAgainstAMonotonicClock)
{
    m_slot.publish(snapshotAt(1));
    ASSERT_TRUE(m_changed.wait(5'000));
    EXPECT_FALSE(m_changed.wait(250));
    EXPECT_GE(m_feed.silentMs(), 200);
    m_slot.publish(snapshotAt(2));
    ASSERT_TRUE(m_changed.wait(5'000));
    EXPECT_LT(m_feed.silentMs(), 200);
}

} // namespace
