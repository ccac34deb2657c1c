// SPDX-License-Identifier: GPL-3.0-or-later
// A recording with checkpoints: from each on, it leads to what was live.
#include "ingest/config/configuration.h"
#include "ingest/engine.h"
#include "ingest/record/record_feed.h"
#include "ingest/record/recording.h"
#include "ingest/record/segment_folder.h"
#include "ingest/record/segment_writer.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "tests/ingest/support/eventually.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <random>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using namespace ingest::record;
using support::eventually;

constexpr Timestamp kCheckpointedStart{std::chrono::seconds{1'800'000'000}};

class RecordedCheckpointsTest : public testing::Test
{
protected:
    RecordedCheckpointsTest()
    {
        std::string pattern = (fs::temp_directory_path() / "checkpoints-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
        m_record.folder = m_folder.string();
        config::Configuration configuration;
        config::SignalConfiguration funnel;
        funnel.name = "checkout";
        funnel.kind = config::SignalKind::funnel;
        funnel.steps = {{"a", {}}, {"b", {}}, {"c", {}}};
        funnel.within = std::chrono::minutes{30};
        configuration.signals = {funnel};
        m_configuration = std::make_shared<const config::Configuration>(configuration);
    }
    ~RecordedCheckpointsTest() override { fs::remove_all(m_folder); }

    // A second in which some customers take a step.
    template <class Take>
    void second(Timestamp now, Take take)
    {
        for (int i = 0; i < 5; ++i) {
            const std::string payload = R"({"type":")" + std::string(1, "abc"[m_random() % 3]) +
                                        R"(","source":"s","journey":")" +
                                        std::to_string(m_random() % 300) + R"(","seq":)" +
                                        std::to_string(++m_sequence) + "}";
            wire::Frame frame;
            frame.payload = payload;
            frame.endpoint = "tcp://127.0.0.1:1";
            frame.arrival = now;
            take(frame);
        }
    }

    [[nodiscard]] Engine engineFrom(const SegmentFolder::CheckpointPlace &place) const
    {
        auto state = readCheckpoint(place.file);
        return std::get<Engine>(
            Engine::restored(m_configuration, std::get<std::string>(std::move(state))));
    }

    fs::path m_folder;
    config::RecordConfiguration m_record;
    std::shared_ptr<const config::Configuration> m_configuration;
    std::mt19937 m_random{1};
    std::uint64_t m_sequence = 0;
};

TEST_F(RecordedCheckpointsTest, LeadToWhatWasLive)
{
    Engine live(m_configuration);
    live.advanceTo(kCheckpointedStart);
    std::string expected;
    Timestamp now = kCheckpointedStart;
    {
        RecordFeed feed(m_record);
        feed.restart(kCheckpointedStart);
        Timestamp begun = now;
        const auto state = [&] {
            begun = now;
            return std::optional(live.checkpoint());
        };
        for (int s = 1; s <= 24 * 60; ++s) {
            now += Seconds{1};
            live.advanceTo(now);
            second(now, [&](const wire::Frame &frame) {
                feed.offer(frame);
                live.ingest(frame);
            });
            feed.tick(now, state);
            // The recorder asks within the last five seconds; here they would pass in no time.
            if (now - begun == SegmentWriter::kSegmentSpan - Seconds{3}) {
                ASSERT_TRUE(eventually([&] {
                    feed.tick(now, state);
                    return begun == now;
                }));
            }
        }
        feed.end(now);
        for (const Window window : kWindows)
            expected += report::toJson(*live.snapshot(window), true);
    }
    const SegmentFolder folder(m_folder);
    const auto places = folder.checkpoints();
    ASSERT_GE(places.size(), 3u);
    for (const SegmentFolder::CheckpointPlace &place : places) {
        Engine engine = engineFrom(place);
        EXPECT_EQ(engine.now(), place.at);
        Recording rest(place);
        while (const auto entry = rest.next()) {
            if (const auto *tick = std::get_if<Tick>(&*entry))
                engine.advanceTo(tick->at);
            if (const auto *frame = std::get_if<wire::Frame>(&*entry)) {
                engine.advanceTo(*frame->arrival);
                engine.ingest(*frame);
            }
        }
        EXPECT_TRUE(rest.problems().empty());
        std::string found;
        for (const Window window : kWindows)
            found += report::toJson(*engine.snapshot(window), true);
        EXPECT_EQ(found, expected);
    }
    EXPECT_EQ(folder.checkpointBefore(places[1].at)->at, places[1].at);
    EXPECT_EQ(folder.checkpointBefore(places[1].at - Nanoseconds{1})->at, places[0].at);
    EXPECT_FALSE(folder.checkpointBefore(places[0].at - Nanoseconds{1}));
}

TEST_F(RecordedCheckpointsTest, GoWithTheirSegments)
{
    SegmentWriter writer(m_record, kCheckpointedStart, 10'000);
    writer.endBlock(kCheckpointedStart);
    for (int s = 1; s <= 5; ++s) {
        const Timestamp now = kCheckpointedStart + Seconds{s};
        second(now, [&](const wire::Frame &frame) { writer.put(frame); });
        writer.begin({now, "state " + std::to_string(s)});
    }
    const SegmentFolder folder(m_folder);
    ASSERT_EQ(folder.checkpoints().size(), 5u);
    EXPECT_EQ(folder.checkpoints()[0].segment, folder.segments()[1]);
    const std::uint64_t left = folder.prune(1);
    ASSERT_EQ(folder.segments().size(), 1u);
    ASSERT_EQ(folder.checkpoints().size(), 1u);
    EXPECT_EQ(std::get<std::string>(readCheckpoint(folder.checkpoints()[0].file)), "state 5");
    EXPECT_EQ(left,
              fs::file_size(folder.segments()[0]) + fs::file_size(folder.checkpoints()[0].file));
}

TEST_F(RecordedCheckpointsTest, AreNotMissedButSaidToBeMissing)
{
    SegmentWriter writer(m_record, kCheckpointedStart);
    writer.endBlock(kCheckpointedStart);
    const Timestamp now = kCheckpointedStart + Seconds{1};
    const SegmentFolder folder(m_folder);
    fs::create_directory(SegmentFolder::checkpoint(folder.segment(kCheckpointedStart, 2), now));
    writer.begin({now, "state"});
    second(now, [&](const wire::Frame &frame) { writer.put(frame); });
    writer.endBlock(now);
    EXPECT_EQ(writer.state().frames, 5u);
    EXPECT_NE(writer.state().problem.find("Is a directory"), std::string::npos);
    writer.begin({now + Seconds{1}, "state"});
    writer.endBlock(now + Seconds{1});
    EXPECT_EQ(writer.state().problem, "");
}

TEST_F(RecordedCheckpointsTest, OfAnEarlierRecordingAreNoneOfALaterOne)
{
    SegmentWriter earlier(m_record, kCheckpointedStart);
    earlier.begin({kCheckpointedStart, "restored"});
    const Timestamp later = kCheckpointedStart + Seconds{100};
    SegmentWriter fresh(m_record, later);
    fresh.endBlock(later);
    second(later, [&](const wire::Frame &frame) { fresh.put(frame); });
    fresh.endBlock(later);
    const SegmentFolder folder(m_folder);
    ASSERT_EQ(folder.checkpoints().size(), 1u);
    EXPECT_TRUE(folder.checkpointBefore(later - Seconds{1}));
    EXPECT_FALSE(folder.checkpointBefore(later));
}

TEST_F(RecordedCheckpointsTest, AreAskedForBeforeASegmentIsFull)
{
    SegmentWriter writer(m_record, kCheckpointedStart);
    writer.endBlock(kCheckpointedStart);
    EXPECT_FALSE(writer.wantsCheckpoint());
    writer.endBlock(kCheckpointedStart + SegmentWriter::kSegmentSpan - Seconds{6});
    EXPECT_FALSE(writer.wantsCheckpoint());
    writer.endBlock(kCheckpointedStart + SegmentWriter::kSegmentSpan - Seconds{5});
    EXPECT_TRUE(writer.wantsCheckpoint());
    writer.begin({kCheckpointedStart + SegmentWriter::kSegmentSpan - Seconds{4}, "state"});
    EXPECT_FALSE(writer.wantsCheckpoint());
    EXPECT_EQ(SegmentFolder(m_folder).segments().size(), 2u);
}

TEST_F(RecordedCheckpointsTest, AreNotWrittenWhereAnythingIsRedacted)
{
    m_record.redact = {"/data/email"};
    SegmentWriter writer(m_record, kCheckpointedStart);
    writer.endBlock(kCheckpointedStart);
    const Timestamp now = kCheckpointedStart + SegmentWriter::kSegmentSpan - Seconds{1};
    writer.endBlock(now);
    EXPECT_FALSE(writer.wantsCheckpoint());
    writer.begin({now, "jane@example.org"});
    writer.endBlock(now);
    EXPECT_TRUE(SegmentFolder(m_folder).checkpoints().empty());
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), 2);
}

} // namespace
