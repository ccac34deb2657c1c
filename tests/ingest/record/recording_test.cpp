// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/recording.h"

#include "ingest/config/configuration.h"
#include "ingest/engine.h"
#include "ingest/record/frame_burst.h"
#include "ingest/record/segment_writer.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <sstream>
#include <utility>

namespace {

namespace fs = std::filesystem;
using namespace ingest;
using namespace ingest::record;

constexpr Timestamp kRecordingStart{std::chrono::seconds{1'800'000'000}};

class RecordingTest : public testing::Test
{
protected:
    RecordingTest()
    {
        std::string pattern = (fs::temp_directory_path() / "recording-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
        m_configuration.folder = m_folder.string();
    }
    ~RecordingTest() override { fs::remove_all(m_folder); }

    // A block of a frame a second, of bytes that do not compress.
    RecordingState record(int seconds, std::uint64_t segmentBytes)
    {
        SegmentWriter writer(m_configuration, kRecordingStart, segmentBytes);
        writer.endBlock(kRecordingStart);
        std::uint64_t noise = 1;
        for (int second = 1; second <= seconds; ++second) {
            std::string payload;
            for (int i = 0; i < 4'000; ++i)
                payload += static_cast<char>((noise = noise * 6364136223846793005u + 1) >> 56);
            wire::Frame frame;
            frame.payload = payload;
            frame.arrival = kRecordingStart + Seconds{second};
            writer.put(frame);
            writer.endBlock(*frame.arrival);
            if (!writer.state().problem.empty())
                ++m_troubled;
        }
        return writer.state();
    }
    std::vector<Timestamp> arrivals(const fs::path &path)
    {
        Recording recording(path);
        std::vector<Timestamp> arrivals;
        while (const auto entry = recording.next())
            if (const auto *frame = std::get_if<wire::Frame>(&*entry))
                arrivals.push_back(frame->arrival.value());
        m_problems = recording.problems();
        return arrivals;
    }
    [[nodiscard]] std::vector<fs::path> segments() const
    {
        return SegmentFolder(m_folder).segments();
    }

    fs::path m_folder;
    config::RecordConfiguration m_configuration;
    std::vector<std::string> m_problems;
    int m_troubled = 0; // seconds in which the recording said what is wrong
};

TEST_F(RecordingTest, GoesOnFromSegmentToSegment)
{
    record(40, 20'000);
    EXPECT_GT(segments().size(), 5u);
    const auto all = arrivals(m_folder);
    ASSERT_EQ(all.size(), 40u);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(all[i], kRecordingStart + Seconds{i + 1});
    EXPECT_TRUE(m_problems.empty());
}

TEST_F(RecordingTest, TheOldestSegmentsGoAndOtherFilesStay)
{
    std::ofstream(m_folder / "notes.ndjson.zst") << std::string(100'000, 'x');
    m_configuration.keepBytes = 80'000;
    record(60, 10'000);
    std::uint64_t bytes = 0;
    for (const fs::path &segment : segments())
        bytes += fs::file_size(segment);
    EXPECT_LE(bytes, 80'000u);
    EXPECT_GE(bytes, 60'000u);
    EXPECT_TRUE(fs::exists(m_folder / "notes.ndjson.zst"));
    const auto left = arrivals(m_folder);
    ASSERT_FALSE(left.empty());
    EXPECT_EQ(left.back(), kRecordingStart + Seconds{60});
    EXPECT_GT(left.front(), kRecordingStart + Seconds{30});
}

TEST_F(RecordingTest, WhereverASegmentIsCutTheBlocksBeforeAreRead)
{
    record(5, 1 << 20);
    ASSERT_EQ(segments().size(), 1u);
    const fs::path whole = segments()[0];
    const auto size = fs::file_size(whole);
    std::ostringstream bytes;
    bytes << std::ifstream(whole, std::ios::binary).rdbuf();
    std::size_t before = 0;
    for (std::uintmax_t cut = 0; cut <= size; cut += 97) {
        const fs::path torn = m_folder / "torn";
        std::ofstream(torn, std::ios::binary) << bytes.str().substr(0, cut);
        const auto left = arrivals(torn);
        EXPECT_GE(left.size(), before);
        EXPECT_LE(left.size(), 5u);
        before = left.size();
    }
    EXPECT_GE(before, 4u);
}

// A file that may not grow stands in for a disk that is full.
TEST_F(RecordingTest, ADiskThatIsFullCostsTheBlockAndIsSaidAndCounted)
{
    const pid_t process = ::fork();
    if (process == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{10'000, 10'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const RecordingState state = record(8, 1 << 20);
        ::_exit(state.missing == 2 && state.frames == 6 && m_troubled == 2 ? 0 : 1);
    }
    int status = -1;
    ::waitpid(process, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(arrivals(m_folder).size(), 6u);
    ASSERT_EQ(m_problems.size(), 1u);
    EXPECT_NE(m_problems[0].find("2 frames are missing"), std::string::npos);
}

TEST_F(RecordingTest, LinesThatAreNoneAreCountedByReason)
{
    const fs::path file = m_folder / "edited";
    std::ofstream(file)
        << R"({"recording":"bellwether","version":1,"started":"2027-01-15T08:00:00Z","part":1})"
        << "\nnonsense\n{\"at\":\"soon\"}\n"
        << R"({"at":"2027-01-15T08:00:01Z","event":{"type":"a"}})"
        << "\n"
        << R"({"at":"2027-01-15T08:00:02Z","ev)";
    EXPECT_TRUE(Recording::isOne(file));
    EXPECT_EQ(arrivals(file).size(), 1u);
    EXPECT_EQ(m_problems, (std::vector<std::string>{"1 lines are no entries: bad-time",
                                                    "1 lines are no entries: not-an-entry",
                                                    "1 lines are no entries: torn"}));
}

TEST_F(RecordingTest, AFileOfEventsIsNone)
{
    std::ofstream(m_folder / "events.ndjson") << "{\"type\":\"a\"}\n";
    EXPECT_FALSE(Recording::isOne(m_folder / "events.ndjson"));
    EXPECT_FALSE(Recording::isOne(m_folder / "missing"));
    EXPECT_TRUE(Recording::isOne(m_folder));
}

// What an engine was given, a burst a line.
struct BurstLog
{
    void advanceTo(Timestamp now) { text += std::to_string((now - kRecordingStart) / Seconds{1}); }
    void ingest(std::span<const wire::Frame> frames)
    {
        for (const wire::Frame &frame : frames)
            text += ' ' + std::string(frame.topic) + std::string(frame.payload) +
                    std::string(frame.endpoint);
        text += '\n';
    }
    std::string text;
};

TEST(FrameBurst, HoldsFramesOfOneInstantWithBytesOfTheirOwn)
{
    FrameBurst burst;
    BurstLog log;
    std::string bytes;
    wire::Frame frame;
    for (const auto &[payload, second] :
         {std::pair("a", 1), std::pair("b", 1), std::pair("c", 2), std::pair("d", 1)}) {
        bytes = payload; // of the frame before they are gone then
        frame.topic = "t";
        frame.payload = bytes;
        frame.endpoint = "e";
        frame.arrival = kRecordingStart + Seconds{second};
        if (!burst.add(frame)) {
            burst.giveTo(log);
            EXPECT_TRUE(burst.add(frame));
        }
    }
    burst.giveTo(log);
    burst.giveTo(log); // empty
    EXPECT_EQ(log.text, "1 tae tbe\n2 tce\n1 tde\n");
}

TEST(FrameBurst, HoldsFramesOfOneSecond)
{
    FrameBurst burst;
    wire::Frame frame;
    const auto add = [&](std::optional<Nanoseconds> after) {
        frame.arrival = after ? std::optional(kRecordingStart + *after) : std::nullopt;
        return burst.add(frame);
    };
    using namespace std::chrono_literals;
    EXPECT_TRUE(add(1s));
    EXPECT_TRUE(add(1'999'999'999ns));
    EXPECT_TRUE(add(1'500ms));
    EXPECT_FALSE(add(2s));
    EXPECT_FALSE(add(999'999'999ns));
    EXPECT_FALSE(add(std::nullopt));
}

// As live: told the time of each, then given it.
TEST(FrameBurst, ComesToTheSameInAnEngineAsFramesOneByOne)
{
    const auto configuration = std::make_shared<const config::Configuration>();
    Engine oneByOne(configuration, 1);
    Engine inBursts(configuration, 1);
    FrameBurst burst;
    std::mt19937 random(5);
    const auto among = [&random](unsigned count) { return random() % count; };
    Timestamp now = kRecordingStart;
    for (int i = 0; i < 2'000; ++i) {
        now += std::chrono::milliseconds(among(3) * 125);
        const Timestamp arrival = now - std::chrono::milliseconds(among(8) == 0 ? 250 : 0);
        const Timestamp own = arrival - std::chrono::milliseconds(among(5) * 500);
        std::string text = among(20) == 0 ? "" : among(10) == 0 ? "{" : R"({"type":"t)";
        if (text.size() > 1)
            text += std::to_string(among(3)) + R"(","source":"s","epoch":"e","sequence":)" +
                    std::to_string(i + 1 - static_cast<int>(among(2))) + R"(,"time":)" +
                    std::to_string(own.time_since_epoch() / std::chrono::milliseconds{1}) + "}";
        wire::Frame frame;
        frame.payload = text;
        frame.endpoint = "e";
        frame.arrival = arrival;
        oneByOne.advanceTo(arrival);
        oneByOne.ingest(frame);
        burst.addOrGive(frame, inBursts);
        if (i % 100 == 99) {
            burst.giveTo(inBursts);
            ASSERT_EQ(inBursts.checkpoint(), oneByOne.checkpoint()) << i;
        }
    }
}

TEST(FrameBurst, IsBoundedAndTakesOneOfAnySize)
{
    FrameBurst burst;
    BurstLog log;
    const std::string large(3 * FrameBurst::kMostBytes, 'x');
    wire::Frame frame;
    frame.payload = large;
    EXPECT_TRUE(burst.add(frame));
    EXPECT_FALSE(burst.add(frame));
    burst.giveTo(log); // has no time
    EXPECT_EQ(log.text, ' ' + large + '\n');
    frame.payload = "x";
    for (std::size_t i = 0; i < FrameBurst::kMostFrames; ++i)
        EXPECT_TRUE(burst.add(frame));
    EXPECT_FALSE(burst.add(frame));
}

} // namespace
