// SPDX-License-Identifier: GPL-3.0-or-later
// A publisher that is killed and started again a hundred times under load: every event it handed to
// ZeroMQ is counted, or lost, or in a tail that nobody can know but the publisher itself.
#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "ingest/transport/receiver.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/eventually.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdlib>

namespace {

using namespace ingest;
using support::eventually;

Timestamp wallClock()
{
    return std::chrono::time_point_cast<Nanoseconds>(std::chrono::system_clock::now());
}

// A file of eight bytes that outlives whoever writes it.
class Record
{
public:
    Record()
    {
        const int descriptor = ::mkstemp(m_file.data());
        EXPECT_EQ(::ftruncate(descriptor, sizeof(std::uint64_t)), 0);
        m_page = ::mmap(nullptr, sizeof(std::uint64_t), PROT_READ, MAP_SHARED, descriptor, 0);
        EXPECT_NE(m_page, MAP_FAILED);
        ::close(descriptor);
    }
    ~Record()
    {
        ::munmap(m_page, sizeof(std::uint64_t));
        ::unlink(m_file.c_str());
    }
    Record(const Record &) = delete;
    Record &operator=(const Record &) = delete;

    [[nodiscard]] const std::string &file() const { return m_file; }
    [[nodiscard]] std::uint64_t value() const
    {
        return static_cast<const std::atomic<std::uint64_t> *>(m_page)->load();
    }

private:
    std::string m_file = testing::TempDir() + "bellwether-record-XXXXXX";
    void *m_page = nullptr;
};

pid_t startPublisher(const std::string &endpoint, const std::string &epoch, const Record &record)
{
    std::array<std::string, 5> words{BELLWETHER_PUBLISHER_PROCESS, endpoint, "/web", epoch,
                                     record.file()};
    std::array<char *, 6> arguments{};
    std::ranges::transform(words, arguments.begin(), [](std::string &word) { return word.data(); });
    pid_t process = 0;
    EXPECT_EQ(
        ::posix_spawn(&process, words[0].c_str(), nullptr, nullptr, arguments.data(), ::environ),
        0);
    return process;
}

// What one life of the publisher showed of itself, read without the decoder.
struct Life
{
    std::uint64_t events = 0;
    bool beat = false;
    std::uint64_t highest = 0; // seen or announced

    void see(const wire::Frame &frame)
    {
        constexpr std::string_view kKey = "\"sequence\":";
        const std::size_t at = frame.payload.find(kKey) + kKey.size();
        std::uint64_t sequence = 0;
        std::from_chars(frame.payload.data() + at, frame.payload.data() + frame.payload.size(),
                        sequence);
        highest = std::max(highest, sequence);
        (frame.topic == "page.viewed" ? events : m_beats) += 1;
        beat = m_beats > 0;
    }

private:
    std::uint64_t m_beats = 0;
};

TEST(KilledPublisher, AHundredTimesUnderLoadIsCountedOrLostOrItsOwnTail)
{
    constexpr int kLives = test::kSanitized ? 25 : 100;
    config::SourceConfiguration source;
    source.bind = {"tcp://127.0.0.1:*"};
    transport::Receiver receiver({source});
    Engine engine(std::make_shared<config::Configuration>());
    engine.advanceTo(wallClock());

    std::uint64_t sent = 0;
    std::uint64_t known = 0;
    std::uint64_t counted = 0;
    for (int number = 0; number < kLives; ++number) {
        Life life;
        const auto drain = [&] {
            receiver.maintain(std::chrono::steady_clock::now());
            return receiver.drain(wallClock(), [&](std::span<const wire::Frame> frames) {
                for (const wire::Frame &frame : frames)
                    life.see(frame);
                engine.ingest(frames);
            });
        };
        const Record record;
        const pid_t process =
            startPublisher(receiver.snapshots().at(0).endpoint, std::to_string(number), record);
        const bool heard = eventually([&] {
            while (drain() > 0 && !(life.beat && life.events > 1'000))
                continue;
            return life.beat && life.events > 1'000;
        });
        ::kill(process, SIGKILL);
        ::waitpid(process, nullptr, 0);
        ASSERT_TRUE(heard) << "life " << number;
        ASSERT_TRUE(
            eventually([&] { return drain() == 0 && receiver.snapshots().at(0).peers == 0; }));
        while (drain() > 0)
            continue;
        ASSERT_LE(life.highest, record.value());
        sent += record.value();
        known += life.highest;
        counted += life.events;
    }

    const auto snapshot = engine.snapshot(Window::all);
    const std::uint64_t tail = sent - known;
    EXPECT_EQ(snapshot->ledger.accepted, counted);
    EXPECT_EQ(snapshot->ledger.accepted + snapshot->ledger.lost + tail, sent);
    ASSERT_EQ(snapshot->sources.size(), 1u);
    EXPECT_TRUE(snapshot->sources[0].tailUnknown);
    EXPECT_EQ(snapshot->sources[0].unknownTails, kLives - 1u) << "of each that another followed";
    EXPECT_EQ(snapshot->sources[0].restarts, kLives - 1u);
    RecordProperty("lost", std::to_string(snapshot->ledger.lost));
    RecordProperty("tail", std::to_string(tail));
}

} // namespace
