// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/replay.h"

#include "ingest/record/segment_folder.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/paying_customers.h"
#include "tests/ingest/support/recorded_customers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace {

using namespace ingest;
using replay::FreshBeginnings;
using replay::Original;
using replay::Replay;
using test::RecordedCustomers;

Replay replayOf(Original original)
{
    return Replay(std::make_unique<FreshBeginnings>(std::move(original)));
}

std::string reportAt(Replay &replay, Second to, std::size_t atOnce = 10'000)
{
    while (!replay.workTowards(to, atOnce)) {
    }
    return report::toJson(*replay.snapshot(Window::fiveMinutes));
}

TEST(ReplayTest, ShowsAtEveryInstantWhatWasLiveThen)
{
    RecordedCustomers customers(120);
    customers.record(customers.begin(), customers.end());
    Replay replay = replayOf(customers.original());
    for (const int second : {60, 61, 75, 20, 119, 118, 1, 120}) { // forth and back
        const Second to = customers.begin() + Seconds{second};
        EXPECT_EQ(reportAt(replay, to), customers.reportAt(to)) << second;
        EXPECT_EQ(replay.reached(), to);
    }
}

TEST(ReplayTest, GoesOnWithoutBeginningAnew)
{
    RecordedCustomers customers(60);
    customers.record(customers.begin(), customers.end());
    Replay replay = replayOf(customers.original());
    reportAt(replay, customers.begin() + Seconds{30});
    const auto before = replay.entries();
    reportAt(replay, customers.begin() + Seconds{40});
    EXPECT_GT(replay.entries(), before);
    reportAt(replay, customers.begin() + Seconds{10});
    EXPECT_LT(replay.entries(), before);
}

TEST(ReplayTest, ManySmallStepsAreOneLargeOne)
{
    RecordedCustomers customers(40);
    customers.record(customers.begin(), customers.end());
    Replay replay = replayOf(customers.original());
    for (Second to = customers.begin(); to <= customers.end(); to += Seconds{1})
        EXPECT_EQ(reportAt(replay, to, 3), customers.reportAt(to));
}

TEST(ReplayTest, StopsAtTheEnd)
{
    RecordedCustomers customers(30);
    customers.record(customers.begin(), customers.end());
    Replay replay = replayOf(customers.original());
    EXPECT_EQ(reportAt(replay, replay::kEnd), customers.reportAt(customers.end()));
    EXPECT_TRUE(replay.isAtEnd());
    EXPECT_EQ(replay.reached(), customers.end());
}

TEST(ReplayTest, ReadsOneSegmentAfterTheOther)
{
    RecordedCustomers customers(60);
    customers.record(customers.begin(), customers.end(), 2'000);
    Replay replay = replayOf(customers.original());
    EXPECT_EQ(reportAt(replay, customers.end()), customers.reportAt(customers.end()));
}

TEST(ReplayTest, SaysThatTheBeginningIsGone)
{
    RecordedCustomers customers(60);
    customers.record(customers.begin(), customers.end(), 2'000);
    std::filesystem::remove(record::SegmentFolder(customers.folder()).segments().front());
    Replay replay = replayOf(customers.original());
    reportAt(replay, customers.end());
    ASSERT_EQ(replay.problems().size(), 1u);
    EXPECT_NE(replay.problems().front().find("beginning"), std::string::npos);
}

// Of a file of events the arrivals are the events' own times, in whatever order its lines stand.
class ReplayOfAFileTest : public testing::Test
{
protected:
    std::string writeLines()
    {
        const std::string file = (m_customers.folder() / "events.ndjson").string();
        std::ofstream out(file);
        for (const std::string &line : m_lines)
            out << line << "\n";
        return file;
    }
    void add(int second)
    {
        const Second time = RecordedCustomers::begin() + Seconds{second};
        m_times.push_back(time);
        m_lines.push_back(R"({"type":"cart.item_added","source":"/shop","session":"s)" +
                          std::to_string(second) + R"(","time":)" +
                          std::to_string(time.time_since_epoch().count()) + "}");
    }

    RecordedCustomers m_customers{10};
    std::vector<Second> m_times;
    std::vector<std::string> m_lines;
};

TEST_F(ReplayOfAFileTest, StopsBeforeWhatHappenedLater)
{
    for (int second = 0; second < 50; ++second)
        add(second);
    Replay replay = replayOf({writeLines(), test::everyKind(), false});
    for (const int second : {20, 40, 10}) {
        const Second to = RecordedCustomers::begin() + Seconds{second};
        reportAt(replay, to);
        EXPECT_EQ(replay.snapshot(Window::all)->asOf, to);
        EXPECT_EQ(replay.snapshot(Window::all)->ledger.accepted, std::uint64_t(second + 1));
    }
}

TEST_F(ReplayOfAFileTest, FindsWhatStandsBelowLaterLines)
{
    for (const int second : {0, 30, 5, 20, 10, 31})
        add(second);
    Replay replay = replayOf({writeLines(), test::everyKind(), false});
    for (const int second : {10, 25, 31, 5}) {
        const Second to = RecordedCustomers::begin() + Seconds{second};
        reportAt(replay, to);
        const auto until = std::ranges::count_if(m_times, [&](Second at) { return at <= to; });
        EXPECT_EQ(replay.snapshot(Window::all)->ledger.accepted, std::uint64_t(until)) << second;
    }
}

} // namespace
