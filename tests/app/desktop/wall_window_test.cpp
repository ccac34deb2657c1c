// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/wall_window.h"

#include "tests/support/sample_snapshot.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using ingest::FreshnessState;
using samples::Sample;

// The ingest thread puts a snapshot into the slot ten times a second; so does `publish` here.
struct WallWindowTest : testing::Test
{
    void publish(FreshnessState state)
    {
        auto snapshot =
            std::make_shared<ingest::Snapshot>(*samples::sampleSnapshot(Sample::healthy));
        snapshot->freshness.state = state;
        snapshot->freshness.sourcesKnown = 4;
        snapshot->freshness.sourcesUp = state == FreshnessState::live ? 4 : 0;
        m_slot.publish(std::move(snapshot));
    }
    ingest::SnapshotSlot m_slot;
};

TEST_F(WallWindowTest, SaysThatDataAreStaleWithoutWaitingForItsSecond)
{
    publish(FreshnessState::live);
    app::WallWindow wall(m_slot, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return wall.picture().word != models::WallWord::noData; }));
    ASSERT_FALSE(wall.picture().stale);
    for (const FreshnessState state : {FreshnessState::stale, FreshnessState::live}) {
        publish(state);
        QElapsedTimer since;
        since.start();
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return wall.picture().stale == (state == FreshnessState::stale); }));
        EXPECT_LT(since.elapsed(), 600) << "a pull every 100 ms, not a tick every second";
    }
}

TEST_F(WallWindowTest, AThreadThatStandsStillIsSaidWithoutAnySnapshot)
{
    publish(FreshnessState::live);
    app::WallWindow wall(m_slot, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return wall.picture().word != models::WallWord::noData; }));
    EXPECT_TRUE(QTest::qWaitFor([&] { return wall.picture().stale; }, 8000));
}

TEST_F(WallWindowTest, KeysAskAndNeverOpenADialog)
{
    app::WallWindow wall(m_slot, {});
    QSignalSpy left(&wall, &app::WallWindow::leaveWanted);
    QSignalSpy theme(&wall, &app::WallWindow::themeWanted);
    QSignalSpy window(&wall, &app::WallWindow::windowWanted);
    QTest::keyClick(&wall, Qt::Key_Escape);
    QTest::keyClick(&wall, Qt::Key_F11);
    QTest::keyClick(&wall, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&wall, Qt::Key_2, Qt::AltModifier);
    EXPECT_EQ(left.count(), 2);
    EXPECT_EQ(theme.count(), 1);
    ASSERT_EQ(window.count(), 1);
    EXPECT_EQ(window[0][0].value<ingest::Window>(), ingest::Window::fiveMinutes);
    EXPECT_EQ(wall.cursor().shape(), Qt::BlankCursor);
}

TEST_F(WallWindowTest, AClickOrEnterLeadsCloserAndLeaves)
{
    app::WallWindow wall(m_slot, {});
    QSignalSpy left(&wall, &app::WallWindow::leaveWanted);
    QSignalSpy closer(&wall, &app::WallWindow::closerLookWanted);
    QTest::mouseClick(&wall, Qt::LeftButton);
    QTest::keyClick(&wall, Qt::Key_Return);
    QTest::keyClick(&wall, Qt::Key_Enter);
    EXPECT_EQ(closer.count(), 3);
    EXPECT_EQ(left.count(), 3);
    QTest::keyClick(&wall, Qt::Key_Escape);
    EXPECT_EQ(closer.count(), 3) << "Escape leaves only";
}

} // namespace
