// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/replay_loop.h"

#include "ingest/replay/replay.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "tests/ingest/support/eventually.h"
#include "tests/ingest/support/recorded_customers.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using replay::ReplayLoop;
using support::eventually;
using test::RecordedCustomers;

class ReplayLoopTest : public testing::Test
{
protected:
    ReplayLoopTest() { m_customers.record(m_customers.begin(), m_customers.end()); }

    [[nodiscard]] Second at(int second) const { return m_customers.begin() + Seconds{second}; }
    std::unique_ptr<ReplayLoop> open(Second to)
    {
        return std::make_unique<ReplayLoop>(m_customers.original(), m_slot, to,
                                            Window::fiveMinutes);
    }
    // The snapshot of that instant comes.
    bool shows(Second asOf, Window window = Window::fiveMinutes)
    {
        return eventually([&] {
            const auto shown = m_slot.latest();
            return shown && shown->asOf == asOf && shown->window == window;
        });
    }

    RecordedCustomers m_customers{120};
    SnapshotSlot m_slot;
};

TEST_F(ReplayLoopTest, PublishesTheInstantsAskedFor)
{
    const auto loop = open(at(60));
    for (const int second : {60, 90, 30}) {
        loop->seek(at(second));
        ASSERT_TRUE(shows(at(second))) << second;
        EXPECT_EQ(report::toJson(*m_slot.latest()), m_customers.reportAt(at(second)));
    }
    EXPECT_TRUE(m_slot.latest()->sockets.empty());
    EXPECT_TRUE(m_slot.latest()->warnings.empty());
}

TEST_F(ReplayLoopTest, OpensAtTheEndWhereToldSo)
{
    const auto loop = open(replay::kEnd);
    ASSERT_TRUE(shows(m_customers.end()));
    EXPECT_TRUE(eventually([&] { return loop->state().at == m_customers.end(); }));
    EXPECT_TRUE(loop->state().atEnd);
}

TEST_F(ReplayLoopTest, DoesNotLeaveTheRecording)
{
    const auto loop = open(at(10));
    ASSERT_TRUE(eventually([&] { return loop->state().timeline->complete; }));
    loop->seek(at(-1'000));
    EXPECT_TRUE(shows(at(0)));
    loop->seek(at(1'000));
    EXPECT_TRUE(shows(m_customers.end()));
}

TEST_F(ReplayLoopTest, ShowsAnotherWindowOfTheSameInstant)
{
    const auto loop = open(at(60));
    ASSERT_TRUE(shows(at(60)));
    loop->show(Window::oneMinute);
    EXPECT_TRUE(shows(at(60), Window::oneMinute));
    loop->show(Window::sevenDays); // history's alone: a day is the most there is
    EXPECT_TRUE(shows(at(60), Window::oneDay));
}

TEST_F(ReplayLoopTest, PlaysAtTheSpeedAskedForAndStopsAtTheEnd)
{
    const auto loop = open(at(100));
    ASSERT_TRUE(shows(at(100)));
    loop->setSpeed(1'000); // more than there is
    EXPECT_EQ(loop->state().speed, ReplayLoop::kFastest);
    const auto began = std::chrono::steady_clock::now();
    loop->play(true);
    ASSERT_TRUE(shows(m_customers.end()));
    // 20 seconds at 60 times.
    EXPECT_GT(std::chrono::steady_clock::now() - began, std::chrono::milliseconds(300));
    EXPECT_TRUE(eventually([&] { return !loop->state().playing; }));
    EXPECT_EQ(loop->state().at, m_customers.end());
}

TEST_F(ReplayLoopTest, PausesWhereItIs)
{
    const auto loop = open(at(10));
    ASSERT_TRUE(shows(at(10)));
    loop->setSpeed(20);
    loop->play(true);
    ASSERT_TRUE(eventually([&] { return m_slot.latest()->asOf > at(15); }));
    loop->play(false);
    ASSERT_TRUE(eventually([&] { return m_slot.latest()->asOf == loop->state().at; }));
    EXPECT_FALSE(loop->state().playing);
    EXPECT_LT(m_slot.latest()->asOf, m_customers.end());
}

TEST_F(ReplayLoopTest, WhatIsWrongWithTheRecordingIsAWarning)
{
    replay::Original original = m_customers.original();
    original.path = m_customers.folder() / "nothing";
    std::filesystem::create_directory(original.path);
    const ReplayLoop loop(original, m_slot, replay::kEnd, Window::oneHour);
    ASSERT_TRUE(eventually([&] { return m_slot.latest() != nullptr; }));
    ASSERT_FALSE(m_slot.latest()->warnings.empty());
    EXPECT_NE(m_slot.latest()->warnings.front().find("holds no recording"), std::string::npos);
}

} // namespace
