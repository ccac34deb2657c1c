// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/replay_loop.h"

#include "ingest/replay/replay.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "ingest/store/history_store.h"
#include "tests/ingest/support/eventually.h"
#include "tests/ingest/support/recorded_customers.h"
#include "tests/support/temporary_folder.h"

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
    loop->show(Window::sevenDays); // without a history a day is the most there is
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

TEST(ReplayedSilence, HoldsTheFiguresOfTheLastSecondBeforeIt)
{
    RecordedCustomers customers{60};
    customers.record(customers.begin(), customers.begin() + Seconds{200});
    SnapshotSlot slot;
    ReplayLoop loop(customers.original(), slot, customers.begin() + Seconds{150},
                    Window::fiveMinutes);
    const auto at = [&](int second) {
        std::shared_ptr<const Snapshot> shown;
        EXPECT_TRUE(eventually([&] {
            shown = slot.latest();
            return shown && shown->asOf == customers.begin() + Seconds{second};
        })) << second;
        return shown;
    };
    for (const int second : {150, 30, 190, 100}) {
        loop.seek(customers.begin() + Seconds{second});
        const auto shown = at(second);
        ASSERT_TRUE(shown);
        EXPECT_EQ(shown->heard != nullptr, second != 30) << second;
        if (!shown->heard)
            continue;
        EXPECT_EQ(shown->heard->asOf, std::chrono::ceil<Seconds>(*shown->freshness.lastEvent));
        EXPECT_EQ(report::toJson(*shown->heard), customers.reportAt(shown->heard->asOf));
    }
}

TEST(ReplayedSilence, HoldsThemWherePlayingComesIntoIt)
{
    RecordedCustomers customers{60};
    customers.record(customers.begin(), customers.begin() + Seconds{200});
    SnapshotSlot slot;
    ReplayLoop loop(customers.original(), slot, customers.begin() + Seconds{55},
                    Window::fiveMinutes);
    loop.setSpeed(ReplayLoop::kFastest);
    loop.play(true);
    std::shared_ptr<const Snapshot> shown;
    EXPECT_TRUE(eventually([&] {
        shown = slot.latest();
        return shown && shown->asOf == customers.begin() + Seconds{200};
    }));
    EXPECT_TRUE(shown && shown->heard) << "played into it";
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

// A replay beside a history that holds the day before, a minute a row, and what another test adds.
class ReplayedHistoryTest : public testing::Test
{
protected:
    ReplayedHistoryTest()
    {
        m_customers.record(m_customers.begin(), m_customers.end());
        RollupBatch batch = batchOf("before");
        for (int minute = -20; minute < 10; ++minute)
            add(batch, -kDay + kMinuteLong * minute, kMinuteLong, 100, failedIn(minute));
        write(batch);
    }

    [[nodiscard]] RollupBatch batchOf(const char *part) const
    {
        return {part, m_customers.begin().time_since_epoch().count(), {}, {}};
    }
    void write(const RollupBatch &batch)
    {
        const auto opened = store::HistoryStore::open(history(), m_customers.begin());
        EXPECT_EQ(std::get<std::unique_ptr<store::HistoryStore>>(opened)->write(batch), "");
    }

    static std::uint64_t failedIn(int minute) { return static_cast<std::uint64_t>(minute + 25); }
    // A row that was observed from end to end, so long after the recording's beginning.
    void add(RollupBatch &batch, Seconds after, Seconds length, std::uint64_t n, std::uint64_t bad)
    {
        for (const bool observed : {true, false}) {
            Rollup &row = batch.rollups.emplace_back();
            row.signal = observed ? "bellwether.observed" : "ratio";
            row.from = m_customers.begin() + after;
            row.resolution = length;
            row.n = observed ? static_cast<std::uint64_t>(length.count()) : n;
            row.bad = observed ? 0 : bad;
        }
    }
    std::unique_ptr<ReplayLoop> open(int second, Window window)
    {
        replay::Original original = m_customers.original();
        original.history = history();
        return std::make_unique<ReplayLoop>(original, m_slot, m_customers.begin() + Seconds{second},
                                            window);
    }
    static std::uint64_t trialsOf(const Snapshot &snapshot)
    {
        for (const SignalSnapshot &signal : snapshot.metrics->signals)
            if (signal.name == "ratio") {
                const auto &ratio = std::get<RatioSnapshot>(signal.value).value;
                return ratio.good + ratio.bad;
            }
        return 0;
    }
    // The ratio of that second in that window, once it counts so many.
    bool counts(std::uint64_t n, int second, Window window)
    {
        return eventually([&] {
            const auto shown = m_slot.latest();
            if (!shown || shown->window != window ||
                shown->asOf != m_customers.begin() + Seconds{second})
                return false;
            return trialsOf(*shown) == n;
        });
    }
    // What the recording holds of it until then.
    std::uint64_t recorded(int second)
    {
        SnapshotSlot slot;
        const ReplayLoop loop(m_customers.original(), slot, m_customers.begin() + Seconds{second},
                              Window::oneHour);
        EXPECT_TRUE(eventually([&] { return slot.latest() != nullptr; }));
        return trialsOf(*slot.latest());
    }
    [[nodiscard]] std::string history() const
    {
        return (m_historyFolder.path() / "history.db").string();
    }
    // The snapshot of that second, compared with the same minute a day before.
    std::shared_ptr<const Snapshot> compared(int second)
    {
        const Second then = m_customers.begin() - kDay + Seconds{second - second % 60};
        std::shared_ptr<const Snapshot> shown;
        EXPECT_TRUE(eventually([&] {
            shown = m_slot.latest();
            if (!shown)
                return false;
            for (const EarlierSnapshot &earlier : shown->earlier) {
                EXPECT_LT(shown->asOf - earlier.back - earlier.snapshot->asOf, Seconds{120});
                EXPECT_GE(shown->asOf - earlier.back, earlier.snapshot->asOf);
            }
            return shown->asOf == m_customers.begin() + Seconds{second} &&
                   shown->earlier.size() == 1 && shown->earlier[0].snapshot->asOf == then;
        })) << second;
        return shown;
    }

    static constexpr Seconds kDay = std::chrono::days{1};
    RecordedCustomers m_customers{420};
    test::TemporaryFolder m_historyFolder;
    SnapshotSlot m_slot;
};

TEST_F(ReplayedHistoryTest, IsComparedWithTheSameTimeADayBefore)
{
    const auto loop = open(130, Window::fiveMinutes);
    for (const int second : {130, 400, 70}) {
        loop->seek(m_customers.begin() + Seconds{second});
        const auto shown = compared(second);
        ASSERT_TRUE(shown && shown->earlier.size() == 1);
        std::uint64_t failed = 0;
        for (int minute = second / 60 - 5; minute < second / 60; ++minute)
            failed += failedIn(minute);
        const EarlierSnapshot &earlier = shown->earlier[0];
        EXPECT_EQ(earlier.back, kDay);
        const auto &ratio = std::get<RatioSnapshot>(earlier.snapshot->metrics->signals[0].value);
        EXPECT_EQ(ratio.value.bad, failed);
        EXPECT_EQ(ratio.value.good, 500 - failed);
        EXPECT_TRUE(shown->hasHistory);
        EXPECT_EQ(report::toJson(*shown), m_customers.reportAt(shown->asOf));
    }
}

TEST_F(ReplayedHistoryTest, ShowsMarkersFromBeforeTheRecordingButNoneOfALaterInstant)
{
    RollupBatch batch = batchOf("before");
    for (const auto &[title, after] : {std::pair("earlier", -7'200), std::pair("soon", 300)}) {
        const Second at = m_customers.begin() + Seconds{after};
        batch.notes.push_back({"marker.deploy",
                               title,
                               static_cast<std::uint64_t>(at.time_since_epoch().count()),
                               at,
                               {},
                               0,
                               {}});
    }
    write(batch);
    const auto titles = [this] {
        std::vector<std::string> all;
        for (const Marker &marker :
             m_slot.latest() ? m_slot.latest()->markers : std::vector<Marker>())
            all.push_back(marker.title);
        return all;
    };
    const auto loop = open(400, Window::fiveMinutes);
    EXPECT_TRUE(eventually([&] {
        return titles() == std::vector<std::string>{"earlier", "soon"};
    }));
    loop->seek(m_customers.begin() + Seconds{130});
    EXPECT_TRUE(eventually([&] { return titles() == std::vector<std::string>{"earlier"}; }));
}

TEST_F(ReplayedHistoryTest, AWindowOfDaysIsThatOfTheInstantWhateverWasWrittenSince)
{
    RollupBatch batch = batchOf("recorded");
    add(batch, -kDay * 2, kHourLong, 7'000, 70);
    add(batch, -kHourLong, kHourLong, 600, 6);
    add(batch, Seconds{0}, kHourLong, 50'000, 500); // of which the recording holds some
    for (int minute = -60; minute < 0; ++minute)
        add(batch, kMinuteLong * minute, kMinuteLong, 10, 0);
    for (int minute = 0; minute < 5; ++minute)
        add(batch, kMinuteLong * minute, kMinuteLong, 1'000, 0);
    write(batch);
    const std::uint64_t before = 7'000 + 600;
    const std::uint64_t early = recorded(70);
    const std::uint64_t late = recorded(400);
    ASSERT_LT(early, late);
    const auto loop = open(400, Window::sevenDays);
    EXPECT_TRUE(counts(before + late, 400, Window::sevenDays));
    loop->seek(m_customers.begin() + Seconds{70});
    EXPECT_TRUE(counts(before + early, 70, Window::sevenDays));
    EXPECT_EQ(m_slot.latest()->historyFrom, m_customers.begin() - kDay * 2);
}

TEST_F(ReplayedHistoryTest, ADayBeginsBeforeTheRecording)
{
    RollupBatch batch = batchOf("recorded");
    for (int minute = -60; minute < 5; ++minute)
        add(batch, kMinuteLong * minute, kMinuteLong, 10, 0);
    write(batch);
    // The minute before the recording is left out: of another one it may hold both.
    const std::uint64_t early = recorded(70);
    const auto loop = open(70, Window::oneDay);
    std::uint64_t before = 59 * 10;
    for (int minute = 1; minute < 10; ++minute) // of the day before, rows of a hundred
        before += 100;
    EXPECT_TRUE(counts(before + early, 70, Window::oneDay));
}

TEST_F(ReplayedHistoryTest, WithoutOneThatIsSaid)
{
    const ReplayLoop loop(m_customers.original(), m_slot, m_customers.begin() + Seconds{130},
                          Window::fiveMinutes);
    ASSERT_TRUE(eventually([&] { return m_slot.latest() != nullptr; }));
    EXPECT_FALSE(m_slot.latest()->hasHistory);
    EXPECT_TRUE(m_slot.latest()->earlier.empty());
}

} // namespace
