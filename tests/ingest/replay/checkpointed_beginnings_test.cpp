// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/checkpointed_beginnings.h"

#include "ingest/evidence/kept_events.h"
#include "ingest/record/record_feed.h"
#include "ingest/record/segment_writer.h"
#include "ingest/replay/replay.h"
#include "ingest/replay/replay_loop.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "tests/ingest/support/eventually.h"
#include "tests/ingest/support/paying_customers.h"
#include "tests/ingest/support/recorded_customers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace {

using namespace ingest;
using replay::CheckpointedBeginnings;
using replay::Replay;
using test::RecordedCustomers;

// Twenty minutes, with a state at the beginning of every segment but the first.
class CheckpointedBeginningsTest : public testing::Test
{
protected:
    static constexpr int kRecorded = 20 * 60;
    static constexpr int kEvidenceSeconds = Seconds(CheckpointedBeginnings::kEvidence).count();

    CheckpointedBeginningsTest()
    {
        config::RecordConfiguration configuration;
        configuration.folder = m_customers.folder().string();
        record::RecordFeed feed(configuration);
        SelfConfiguringEngine live(test::everyKind());
        const Second start = m_customers.begin();
        live.advanceTo(start);
        feed.restart(start);
        Second begun = start;
        Second now = start;
        const auto state = [&] {
            begun = now;
            return live.checkpoint();
        };
        auto message = m_customers.messages().begin();
        while (now < m_customers.end()) {
            now += Seconds{1};
            for (; message != m_customers.messages().end() && message->arrival <= now; ++message) {
                wire::Frame frame;
                frame.payload = message->payload;
                frame.endpoint = "tcp://127.0.0.1:5556";
                frame.arrival = message->arrival;
                feed.offer(frame);
                live.ingest(frame);
            }
            live.advanceTo(now);
            feed.tick(now, state);
            // The recorder asks within the last five seconds; here they would pass in no time.
            if (now - begun == record::SegmentWriter::kSegmentSpan - Seconds{3}) {
                EXPECT_TRUE(support::eventually([&] {
                    feed.tick(now, state);
                    return begun == now;
                }));
            }
        }
        feed.end(now);
    }

    std::string reportAt(Replay &replay, int second)
    {
        while (!replay.workTowards(m_customers.begin() + Seconds{second}, 10'000)) {
        }
        return report::toJson(*replay.snapshot(Window::fiveMinutes));
    }
    std::string expectedAt(int second)
    {
        return m_customers.reportAt(m_customers.begin() + Seconds{second});
    }
    Replay open(bool growing = false)
    {
        auto original = m_customers.original();
        original.growing = growing;
        return Replay(std::make_unique<CheckpointedBeginnings>(original));
    }

    // Events that arrived in (from, to].
    std::size_t cameWithin(int from, int to)
    {
        return static_cast<std::size_t>(
            std::ranges::count_if(m_customers.messages(), [&](const auto &message) {
                return message.arrival > m_customers.begin() + Seconds{from} &&
                       message.arrival <= m_customers.begin() + Seconds{to} &&
                       !message.payload.starts_with(R"({"no")"); // is refused
            }));
    }

    // Every event behind the figures from that number on, as text, by number.
    static std::map<std::uint64_t, std::string> eventsOf(Replay &replay, std::uint64_t first = 0)
    {
        std::map<std::uint64_t, std::string> events;
        replay.snapshot(Window::fiveMinutes)
            ->kept->forEach([&](const auto &chunk, const evidence::KeptRecord &record) {
                if (record.number < first)
                    return;
                std::ostringstream text;
                text << record.time.time_since_epoch() << record.arrival.time_since_epoch()
                     << record.journey << ' ' << record.category << chunk->type(record)
                     << chunk->source(record) << chunk->text(record);
                EXPECT_TRUE(events.emplace(record.number, text.str()).second) << record.number;
            });
        return events;
    }

    // The moment shows, and some time after it with its earlier events.
    void expectLoopShowsThemLater(int second)
    {
        SnapshotSlot slot;
        const Second to = m_customers.begin() + Seconds{second};
        const replay::ReplayLoop loop(m_customers.original(), slot, to, Window::fiveMinutes);
        ASSERT_TRUE(support::eventually([&] {
            const auto shown = slot.latest();
            return shown && shown->asOf == to && !shown->readingEvents;
        }));
        EXPECT_EQ(report::toJson(*slot.latest()), expectedAt(second));
        Replay replay = open();
        reportAt(replay, second);
        while (!replay.readEarlier(10'000)) {
        }
        EXPECT_EQ(slot.latest()->kept->size(), eventsOf(replay).size());
    }

    RecordedCustomers m_customers{kRecorded};
};

TEST_F(CheckpointedBeginningsTest, EventsFromBeforeTheStateAreReadAgain)
{
    Replay fresh(std::make_unique<replay::FreshBeginnings>(m_customers.original()));
    for (const bool growing : {false, true})
        for (const int second : {600, 700, 1190}) {
            Replay replay = open(growing);
            reportAt(replay, second);
            reportAt(fresh, second);
            ASSERT_FALSE(replay.hasAllEvents());
            const std::size_t before = eventsOf(replay).size();
            while (!replay.readEarlier(1'000))
                EXPECT_EQ(eventsOf(replay).size(), before);
            EXPECT_TRUE(replay.hasAllEvents());
            const auto events = eventsOf(replay);
            ASSERT_GT(events.size(), before);
            EXPECT_EQ(events, eventsOf(fresh, events.begin()->first)) << second << " " << growing;
            EXPECT_EQ(events.size(), cameWithin(second - kEvidenceSeconds, second));
            EXPECT_EQ(reportAt(replay, second + 5), expectedAt(second + 5)); // counted nowhere
        }
    expectLoopShowsThemLater(700);
}

TEST_F(CheckpointedBeginningsTest, ShowTheSameWithLessToReplay)
{
    Replay fresh(std::make_unique<replay::FreshBeginnings>(m_customers.original()));
    for (const bool growing : {false, true}) {
        Replay replay = open(growing);
        for (const int second : {1190, 1000, 700, 300}) {
            EXPECT_EQ(reportAt(replay, second), expectedAt(second)) << second << " " << growing;
            reportAt(fresh, second);
            if (second >= 700) {
                EXPECT_LT(replay.entries(), 190 * fresh.entries() / second); // of one segment
            }
        }
        EXPECT_TRUE(replay.problems().empty());
    }
}

TEST_F(CheckpointedBeginningsTest, AStateThatCannotBeUsedIsSaidAndNotNeeded)
{
    for (const auto &place : record::SegmentFolder(m_customers.folder()).checkpoints())
        std::ofstream(place.file, std::ios::trunc) << "nonsense";
    Replay replay = open();
    EXPECT_EQ(reportAt(replay, 1190), expectedAt(1190));
    ASSERT_EQ(replay.problems().size(), 1u);
    EXPECT_NE(replay.problems().front().find("beginning"), std::string::npos);
}

TEST_F(CheckpointedBeginningsTest, OfAFolderWithAnEarlierRecordingNoneIsUsed)
{
    config::RecordConfiguration configuration;
    configuration.folder = m_customers.folder().string();
    const Timestamp before = m_customers.begin() - std::chrono::hours{1};
    {
        record::SegmentWriter writer(configuration, before);
        writer.endBlock(before);
        wire::Frame frame;
        frame.payload = R"({"type":"cart"})";
        frame.arrival = before + Seconds{1};
        writer.put(frame);
        writer.endBlock(*frame.arrival);
    }
    Replay replay = open();
    Replay fresh(std::make_unique<replay::FreshBeginnings>(m_customers.original()));
    EXPECT_EQ(reportAt(replay, 1190), reportAt(fresh, 1190));
    EXPECT_EQ(replay.entries(), fresh.entries());
}

} // namespace
