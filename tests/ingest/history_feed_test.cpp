// SPDX-License-Identifier: GPL-3.0-or-later
// What of an engine comes to lie in the file, second by second.
#include "ingest/history_feed.h"

#include "ingest/record/line_writer.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/store/history_reader.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/eventually.h"
#include "tests/ingest/support/raw_event.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace {

using namespace ingest;
using support::eventually;
using test::at;

// Views, who viewed, and who bought after viewing.
config::Configuration viewed()
{
    config::Configuration configuration;
    for (const auto kind :
         {config::SignalKind::rate, config::SignalKind::uniques, config::SignalKind::funnel}) {
        config::SignalConfiguration &signal = configuration.signals.emplace_back();
        signal.kind = kind;
        signal.name = kind == config::SignalKind::rate      ? "views"
                      : kind == config::SignalKind::uniques ? "viewers"
                                                            : "buyers";
        signal.events = {{"page.viewed", {}}};
        if (kind == config::SignalKind::funnel) {
            signal.events.clear();
            signal.steps = {{"page.viewed", {}}, {"order.completed", {}}};
            signal.within = Seconds{1800};
        }
    }
    return configuration;
}

class HistoryFeedTest : public testing::Test
{
protected:
    HistoryFeedTest()
    {
        m_feed = std::make_unique<HistoryFeed>(m_path, keep());
        m_engine.advanceTo(at(0));
        m_feed->restart(at(0));
    }
    static config::HistoryConfiguration keep()
    {
        config::HistoryConfiguration keep;
        keep.seconds.whole = std::chrono::days{3650}; // these times are none of today
        return keep;
    }
    // It happened then, and is received now.
    void happen(const std::string &type, double seconds, const std::string &who)
    {
        const std::string json = R"({"type":")" + type + R"(","time":")" +
                                 record::rfc3339(at(seconds)) + R"(","session":")" + who + R"("})";
        wire::Frame frame;
        frame.payload = json;
        frame.arrival = m_engine.now();
        m_engine.ingest(frame);
    }
    void view(double seconds) { happen("page.viewed", seconds, std::to_string(m_views++)); }
    // Until then, told every second, with everything written.
    void runUntil(int second)
    {
        while (m_engine.now() < at(second))
            jumpTo(m_engine.now() + Seconds{1});
    }
    void jumpTo(Timestamp then)
    {
        m_engine.advanceTo(then);
        m_feed->tick(m_engine);
        ASSERT_TRUE(!m_writes || eventually([this] { return m_feed->settled(); }));
    }
    // What the rows of this length hold, by the second they end with.
    std::map<int, std::uint64_t> rows(const std::string &signal, Seconds length = kSecondLong)
    {
        store::RowsWanted wanted;
        wanted.signals = {signal};
        wanted.from = std::chrono::floor<Seconds>(at(-7200));
        wanted.to = std::chrono::floor<Seconds>(at(7200));
        wanted.resolution = length;
        std::map<int, std::uint64_t> found;
        const auto read = store::HistoryReader::open(m_path)->rows(wanted);
        for (const Rollup &row : read.value())
            if (row.slot.empty() || row.slot == kCohortSlot)
                found[static_cast<int>((row.from + length - at(0)) / Seconds{1})] +=
                    row.n - row.bad * (row.slot == kCohortSlot);
        return found;
    }

    test::TemporaryFolder m_folder;
    std::string m_path = (m_folder.path() / "history.db").string();
    SelfConfiguringEngine m_engine{viewed()};
    std::unique_ptr<HistoryFeed> m_feed;
    int m_views = 0;
    bool m_writes = true;
};

TEST_F(HistoryFeedTest, WritesEverySecondThatWasObservedAndNoRowForNothing)
{
    runUntil(3);
    view(3.5);
    view(4);
    runUntil(6);
    EXPECT_EQ(rows("views"), (std::map<int, std::uint64_t>{{4, 2}}));
    const std::map<int, std::uint64_t> each{{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1}};
    EXPECT_EQ(rows(std::string(kObservedName)), each);
    EXPECT_TRUE(rows("viewers").empty()); // no shorter than ten seconds
    EXPECT_EQ(rows("viewers", kTenSeconds)[10], 2U);
}

TEST_F(HistoryFeedTest, WritesASecondAgainThatSomethingCameLateFor)
{
    view(1);
    runUntil(2);
    jumpTo(at(1300));
    view(1);
    view(700);
    runUntil(1306); // behind the five minutes before, which a pause leaves
    EXPECT_EQ(rows("views"), (std::map<int, std::uint64_t>{{1, 2}, {700, 1}}));
}

// However many seconds change at once, no transaction takes long, and none is forgotten.
TEST_F(HistoryFeedTest, SpreadsWhatChangedEverywhere)
{
    jumpTo(at(400));
    for (int second = 1; second <= 400; ++second)
        view(second);
    runUntil(401);
    EXPECT_LE(rows("views").size(), 61U);
    runUntil(408);
    EXPECT_EQ(rows("views").size(), 400U);
}

TEST_F(HistoryFeedTest, WritesWhatBecameOfACohort)
{
    happen("page.viewed", 1, "ann");
    runUntil(2);
    jumpTo(at(70));
    EXPECT_EQ(rows("buyers")[1], 0U);
    happen("order.completed", 70, "ann");
    jumpTo(at(121)); // two minutes after she came
    EXPECT_EQ(rows("buyers")[1], 1U);
}

// As where a disk is full for longer than anything waits.
TEST_F(HistoryFeedTest, WritesWhatCouldNotBeWrittenOnceItCan)
{
    m_feed.reset();
    std::filesystem::rename(m_path, m_path + ".gone");
    std::filesystem::create_directory(m_path);
    m_feed = std::make_unique<HistoryFeed>(m_path, keep());
    m_feed->restart(at(0));
    m_writes = false;
    for (int second = 1; second <= 40; ++second) {
        view(second);
        runUntil(second);
    }
    std::filesystem::remove(m_path);
    ASSERT_TRUE(eventually([this] { return m_feed->settled(); }));
    EXPECT_LE(rows("views").size(), 17U);
    m_writes = true;
    runUntil(42);
    EXPECT_EQ(rows("views").size(), 40U);
}

TEST_F(HistoryFeedTest, EndsWithAllOfTheLastHour)
{
    happen("page.viewed", 1, "ann");
    runUntil(20);
    happen("order.completed", 20, "ann");
    view(3);
    m_feed->tick(m_engine, true);
    m_feed.reset();
    EXPECT_EQ(rows("buyers")[1], 1U);
    EXPECT_EQ(rows("views"), (std::map<int, std::uint64_t>{{1, 1}, {3, 1}}));
}

TEST_F(HistoryFeedTest, GoesOnWithSuggestedSignalsWhereTheSourcesAreTheSame)
{
    config::Configuration nothing;
    nothing.sources.emplace_back().connect = {"tcp://shop.example:5556"};
    m_engine = SelfConfiguringEngine(nothing);
    m_engine.advanceTo(at(0));
    for (int second = 1; m_engine.learning(); ++second) {
        ASSERT_LT(second, 120);
        m_engine.advanceTo(at(second));
        view(second);
    }
    m_feed->keep(m_engine);
    m_feed.reset();

    config::Configuration other = nothing;
    other.sources.front().connect = {"tcp://another.example:5556"};
    HistoryFeed feed(m_path, keep());
    EXPECT_FALSE(feed.resumed(other, m_engine.now()));
    EXPECT_EQ(feed.refusal(), "");
    auto resumed = feed.resumed(nothing, m_engine.now());
    ASSERT_TRUE(resumed) << feed.refusal();
    EXPECT_TRUE(resumed->configuration()->suggested);
    EXPECT_EQ(*resumed->configuration(), *m_engine.configuration());
    EXPECT_EQ(resumed->snapshot(Window::all)->ledger.accepted,
              m_engine.snapshot(Window::all)->ledger.accepted);
}

TEST_F(HistoryFeedTest, NotesWhoLooksAfterWhatAndWhoNoLonger)
{
    const auto lookedAfterBy = [this] {
        const auto notes = store::HistoryReader::open(m_path)->notes();
        const auto found = std::ranges::find(notes.value(), kAcknowledged,
                                             [](const KeptNote &kept) { return kept.note.kind; });
        return found == notes->end() ? "nobody ever" : found->note.text;
    };
    runUntil(1);
    EXPECT_EQ(lookedAfterBy(), "nobody ever");
    m_engine.acknowledge("declined", "Ann");
    runUntil(2);
    EXPECT_EQ(lookedAfterBy(), "Ann");
    m_engine.acknowledge("declined", "");
    runUntil(3);
    EXPECT_EQ(lookedAfterBy(), "");
}

} // namespace
