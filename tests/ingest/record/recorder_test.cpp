// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/recorder.h"

#include "ingest/record/record_feed.h"
#include "ingest/record/recording.h"
#include "tests/ingest/support/eventually.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using namespace ingest::record;
using support::eventually;

constexpr Timestamp kRecorderStart{std::chrono::seconds{1'800'000'000}};

class RecorderTest : public testing::Test
{
protected:
    RecorderTest()
    {
        std::string pattern = (fs::temp_directory_path() / "recorder-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
        m_configuration.folder = (m_folder / "recording").string();
    }
    ~RecorderTest() override { fs::remove_all(m_folder); }

    static void offer(Recorder &recorder, std::uint64_t count, std::uint64_t first = 1)
    {
        for (std::uint64_t n = first; n < first + count; ++n) {
            const std::string payload = R"({"type":"a","n":)" + std::to_string(n) + "}";
            wire::Frame frame;
            frame.payload = payload;
            frame.endpoint = "tcp://127.0.0.1:1";
            frame.arrival = kRecorderStart + std::chrono::milliseconds{n};
            recorder.offer(frame);
        }
    }
    // How many frames there are; they must be the first ones, in order.
    std::uint64_t framesInOrder(Recording &recording)
    {
        std::uint64_t count = 0;
        while (const auto entry = recording.next())
            if (const auto *frame = std::get_if<wire::Frame>(&*entry)) {
                const std::string expected = R"({"type":"a","n":)" + std::to_string(++count) + "}";
                EXPECT_EQ(frame->payload, expected);
            }
        return count;
    }

    fs::path m_folder;
    config::RecordConfiguration m_configuration;
};

TEST_F(RecorderTest, WritesEveryFrameAndHowFarTimeWent)
{
    {
        Recorder recorder(m_configuration, kRecorderStart);
        offer(recorder, 20'000);
        recorder.tick(kRecorderStart + std::chrono::seconds{60});
        const RecordingState state = recorder.finish();
        EXPECT_EQ(state.frames, 20'000u);
        EXPECT_TRUE(warningsOf(state).empty());
    }
    Recording recording(m_configuration.folder);
    EXPECT_EQ(std::get<SegmentHead>(recording.next().value()).started, kRecorderStart);
    std::optional<Timestamp> last;
    std::uint64_t frames = 0;
    while (const auto entry = recording.next()) {
        frames += std::holds_alternative<wire::Frame>(*entry) ? 1 : 0;
        if (const auto *tick = std::get_if<Tick>(&*entry))
            last = tick->at;
    }
    EXPECT_EQ(frames, 20'000u);
    EXPECT_EQ(last, kRecorderStart + std::chrono::seconds{60});
    EXPECT_TRUE(recording.problems().empty());
}

TEST_F(RecorderTest, IsForThisUserAlone)
{
    Recorder(m_configuration, kRecorderStart).tick(kRecorderStart + std::chrono::seconds{1});
    EXPECT_EQ(fs::status(m_configuration.folder).permissions(), fs::perms::owner_all);
    for (const auto &file : fs::directory_iterator(m_configuration.folder))
        EXPECT_EQ(file.status().permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(RecorderTest, WhatTheDiskCannotFollowIsCountedAndMissedInTheRecording)
{
    {
        Recorder recorder(m_configuration, kRecorderStart, 0);
        offer(recorder, 5);
        recorder.tick(kRecorderStart + std::chrono::seconds{1});
        EXPECT_EQ(recorder.state().missing, 5u);
        recorder.tick(kRecorderStart + std::chrono::seconds{2});
        EXPECT_EQ(warningsOf(recorder.finish()).size(), 1u);
    }
    Recording recording(m_configuration.folder);
    EXPECT_EQ(framesInOrder(recording), 0u);
    ASSERT_EQ(recording.problems().size(), 1u);
    EXPECT_NE(recording.problems()[0].find("5 frames are missing"), std::string::npos);
}

TEST_F(RecorderTest, AFolderThatCannotBeWrittenIsSaidAndTriedAgain)
{
    std::ofstream(m_configuration.folder) << "a file where a folder should be";
    {
        Recorder recorder(m_configuration, kRecorderStart);
        offer(recorder, 3);
        recorder.tick(kRecorderStart + std::chrono::seconds{1});
        EXPECT_TRUE(eventually([&] { return recorder.state().missing == 3; }));
        EXPECT_FALSE(recorder.state().problem.empty());
        fs::remove(m_configuration.folder);
        EXPECT_TRUE(eventually([&] { return recorder.state().problem.empty(); }));
        offer(recorder, 2);
        recorder.tick(kRecorderStart + std::chrono::seconds{2});
    }
    Recording recording(m_configuration.folder);
    EXPECT_EQ(framesInOrder(recording), 2u);
    ASSERT_EQ(recording.problems().size(), 1u);
    EXPECT_NE(recording.problems()[0].find("3 frames are missing"), std::string::npos);
}

// What a process that is killed leaves behind: everything up to the last block, in order.
TEST_F(RecorderTest, AKillCostsAtMostTheLastSecondAndNeverTheFile)
{
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t process = ::fork();
    if (process == 0) {
        Recorder recorder(m_configuration, kRecorderStart);
        offer(recorder, 50'000);
        recorder.tick(kRecorderStart + std::chrono::seconds{60});
        while (recorder.state().frames < 50'000)
            ::usleep(1'000);
        offer(recorder, 50'000, 50'001); // younger than a block
        static_cast<void>(::write(ends[1], "x", 1));
        for (;;)
            ::pause();
    }
    char byte = 0;
    ASSERT_EQ(::read(ends[0], &byte, 1), 1);
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    ::close(ends[0]);
    ::close(ends[1]);
    Recording recording(m_configuration.folder);
    EXPECT_GE(framesInOrder(recording), 50'000u);
    EXPECT_TRUE(recording.problems().empty());
}

} // namespace
