// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/followed_recording.h"

#include "ingest/record/segment_folder.h"
#include "ingest/record/segment_writer.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using replay::FollowedRecording;

constexpr Timestamp kFollowedFrom{Seconds{1'800'000'000}};

class FollowedRecordingTest : public testing::Test
{
protected:
    FollowedRecordingTest()
    {
        std::string pattern = (fs::temp_directory_path() / "followed-XXXXXX").string();
        m_configuration.folder = ::mkdtemp(pattern.data());
    }
    ~FollowedRecordingTest() override { fs::remove_all(m_configuration.folder); }

    // One more frame, in a block of its own.
    void write(record::SegmentWriter &writer)
    {
        wire::Frame frame;
        frame.payload = "{\"type\":\"a\"}";
        frame.arrival = kFollowedFrom + Seconds{++m_written};
        writer.put(frame);
        writer.endBlock(*frame.arrival);
    }
    static int count(FollowedRecording &recording)
    {
        int frames = 0;
        while (const auto entry = recording.next())
            frames += std::holds_alternative<wire::Frame>(entry->entry) ? 1 : 0;
        return frames;
    }

    config::RecordConfiguration m_configuration;
    int m_written = 0;
};

TEST_F(FollowedRecordingTest, ReadsWhatIsAddedOnceAndInOrder)
{
    FollowedRecording recording(m_configuration.folder);
    EXPECT_FALSE(recording.next());
    record::SegmentWriter writer(m_configuration, kFollowedFrom, 300);
    writer.endBlock(kFollowedFrom);
    for (int i = 1; i <= 50; ++i) {
        write(writer);
        EXPECT_EQ(count(recording), 1) << i;
    }
    EXPECT_GT(record::SegmentFolder(m_configuration.folder).segments().size(), 3u);
    EXPECT_TRUE(recording.problems().empty());
}

// What a burst is given to.
struct Taken
{
    void advanceTo(Timestamp) {}
    void ingest(std::span<const wire::Frame> frames)
    {
        for (const wire::Frame &frame : frames)
            payloads.emplace_back(frame.payload);
    }
    std::vector<std::string> payloads;
};

TEST_F(FollowedRecordingTest, FramesThatAreReadyAreTakenOnceAndInOrder)
{
    FollowedRecording recording(m_configuration.folder);
    record::SegmentWriter writer(m_configuration, kFollowedFrom, 2'000);
    writer.endBlock(kFollowedFrom);
    std::vector<std::string> written;
    Taken taken;
    record::FrameBurst burst;
    std::size_t ready = 0;
    for (int i = 1; i <= 40; ++i) {
        for (int j = 0; j < 100; ++j) {
            wire::Frame frame;
            written.push_back("{\"n\":" + std::to_string(written.size()) + "}");
            frame.payload = written.back();
            frame.arrival = kFollowedFrom + std::chrono::milliseconds{100} * i;
            writer.put(frame);
        }
        writer.endBlock(kFollowedFrom + std::chrono::milliseconds{100} * i);
        for (bool more = true; more;) {
            const std::size_t count = recording.next(burst, Timestamp::max(), 30);
            ready += count;
            burst.giveTo(taken);
            if (count > 0)
                continue;
            const auto entry = recording.next();
            more = entry.has_value();
            if (const auto *frame = more ? std::get_if<wire::Frame>(&entry->entry) : nullptr)
                taken.ingest(std::span(frame, 1));
        }
        ASSERT_EQ(taken.payloads, written);
    }
    EXPECT_GT(ready, written.size() / 2);
    EXPECT_GT(record::SegmentFolder(m_configuration.folder).segments().size(), 1u);
}

TEST_F(FollowedRecordingTest, TakesTheNewestRecordingOfTheFolder)
{
    {
        record::SegmentWriter before(m_configuration, kFollowedFrom - std::chrono::hours{1});
        before.endBlock(kFollowedFrom);
        write(before);
        write(before);
    }
    record::SegmentWriter writer(m_configuration, kFollowedFrom);
    writer.endBlock(kFollowedFrom);
    write(writer);
    FollowedRecording recording(m_configuration.folder);
    EXPECT_EQ(count(recording), 1);
}

TEST_F(FollowedRecordingTest, ABlockThatIsHalfWrittenIsReadOnceItIsWhole)
{
    record::SegmentWriter writer(m_configuration, kFollowedFrom);
    writer.endBlock(kFollowedFrom);
    for (int i = 0; i < 5; ++i)
        write(writer);
    const fs::path segment = record::SegmentFolder(m_configuration.folder).segments().front();
    std::ifstream in(segment, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const std::string whole = bytes.str();
    // As a reader may find it: cut anywhere.
    for (std::size_t cut = 1; cut < whole.size(); cut += 7) {
        std::ofstream(segment, std::ios::binary | std::ios::trunc) << whole.substr(0, cut);
        FollowedRecording recording(m_configuration.folder);
        int frames = count(recording);
        std::ofstream(segment, std::ios::binary | std::ios::app) << whole.substr(cut);
        frames += count(recording);
        EXPECT_EQ(frames, 5) << cut;
    }
}

} // namespace
