// SPDX-License-Identifier: GPL-3.0-or-later
// A publisher that is killed and started again under load, whichever side binds: every event it
// handed to ZeroMQ is counted, or lost, or in a tail that nobody can know but the publisher itself.
#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "ingest/transport/publisher.h"
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
#include <optional>
#include <string>
#include <vector>

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

pid_t startPublisher(const std::string &how, const std::string &endpoint, const std::string &epoch,
                     const Record &record)
{
    std::array<std::string, 6> words{
        BELLWETHER_PUBLISHER_PROCESS, how, endpoint, "/web", epoch, record.file()};
    std::array<char *, 7> arguments{};
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
    std::uint64_t first = 0;   // event seen
    std::uint64_t highest = 0; // seen or announced

    void see(const wire::Frame &frame)
    {
        constexpr std::string_view kKey = "\"sequence\":";
        const std::size_t at = frame.payload.find(kKey) + kKey.size();
        std::uint64_t sequence = 0;
        std::from_chars(frame.payload.data() + at, frame.payload.data() + frame.payload.size(),
                        sequence);
        highest = std::max(highest, sequence);
        if (frame.topic == "page.viewed") {
            first = events == 0 ? sequence : first;
            ++events;
        } else {
            beat = true;
        }
    }
};

// One life after the other, each ended in the midst of its sending, and what became of their
// events.
class KilledPublisher : public testing::Test
{
protected:
    void listen(const config::SourceConfiguration &source)
    {
        m_receiver.emplace(std::vector{source});
        m_engine.advanceTo(wallClock());
    }

    void live(const std::string &how, const std::string &endpoint)
    {
        Life life;
        const Record record;
        const pid_t process = startPublisher(how, endpoint, std::to_string(m_lives), record);
        const bool heard = eventually([&] {
            while (drain(life) > 0 && !(life.beat && life.events > 1'000))
                continue;
            return life.beat && life.events > 1'000;
        });
        ::kill(process, SIGKILL);
        ::waitpid(process, nullptr, 0);
        ASSERT_TRUE(heard) << "life " << m_lives;
        ASSERT_TRUE(eventually(
            [&] { return drain(life) == 0 && m_receiver->snapshots().at(0).peers == 0; }));
        while (drain(life) > 0)
            continue;
        ASSERT_LE(life.highest, record.value());
        ++m_lives;
        m_sent += record.value();
        m_known += life.highest;
        m_counted += life.events;
        m_unheardHeads += life.first - 1;
    }

    // What is sent is counted, lost or a tail; gives how many are lost.
    std::uint64_t expectEveryEventToBeAccountedFor()
    {
        const auto snapshot = m_engine.snapshot(Window::all);
        const std::uint64_t tail = m_sent - m_known;
        EXPECT_EQ(snapshot->ledger.accepted, m_counted);
        EXPECT_EQ(snapshot->ledger.accepted + snapshot->ledger.lost + tail, m_sent);
        EXPECT_EQ(snapshot->sources.size(), 1u);
        EXPECT_TRUE(snapshot->sources.at(0).tailUnknown);
        EXPECT_EQ(snapshot->sources.at(0).unknownTails, m_lives - 1) << "of each before another";
        EXPECT_EQ(snapshot->sources.at(0).restarts, m_lives - 1);
        RecordProperty("lost", std::to_string(snapshot->ledger.lost));
        RecordProperty("tail", std::to_string(tail));
        return snapshot->ledger.lost;
    }

    std::size_t drain(Life &life)
    {
        m_receiver->maintain(std::chrono::steady_clock::now());
        return m_receiver->drain(wallClock(), [&](std::span<const wire::Frame> frames) {
            for (const wire::Frame &frame : frames)
                life.see(frame);
            m_engine.ingest(frames);
        });
    }

    std::optional<transport::Receiver> m_receiver;
    Engine m_engine{std::make_shared<config::Configuration>()};
    std::uint64_t m_lives = 0;
    std::uint64_t m_sent = 0;
    std::uint64_t m_known = 0;
    std::uint64_t m_counted = 0;
    std::uint64_t m_unheardHeads = 0; // sent before the first event that was heard of a life
};

TEST_F(KilledPublisher, AHundredTimesUnderLoadIsCountedOrLostOrItsOwnTail)
{
    config::SourceConfiguration source;
    source.bind = {"tcp://127.0.0.1:*"};
    listen(source);
    for (int life = 0; life < (test::kSanitized ? 25 : 100); ++life)
        ASSERT_NO_FATAL_FAILURE(live("connect", m_receiver->snapshots().at(0).endpoint));
    expectEveryEventToBeAccountedFor();
}

// Who connects comes back 200 ms later at the earliest; what was sent by then is nobody's, and
// lost.
TEST_F(KilledPublisher, ThatBindsLosesTheHeadOfEveryLifeAndTheLedgerHasIt)
{
    std::string endpoint;
    {
        transport::Publisher::Options options;
        options.bind = true;
        transport::Publisher holder("tcp://127.0.0.1:*", options);
        ASSERT_EQ(holder.open(), std::nullopt);
        endpoint = holder.endpoint();
    }
    config::SourceConfiguration source;
    source.connect = {endpoint};
    listen(source);
    for (int life = 0; life < (test::kSanitized ? 3 : 8); ++life) {
        const std::uint64_t before = m_unheardHeads;
        ASSERT_NO_FATAL_FAILURE(live("bind", endpoint));
        EXPECT_TRUE(life == 0 || m_unheardHeads > before) << "life " << life;
    }
    const std::uint64_t lost = expectEveryEventToBeAccountedFor();
    EXPECT_GT(lost, 0u);
    EXPECT_GE(lost, m_unheardHeads);
}

} // namespace
