// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/receiver.h"

#include "ingest/transport/publisher.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/eventually.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <thread>

namespace {

using namespace ingest;
using namespace ingest::transport;
using namespace std::chrono_literals;
using ReceiverClock = std::chrono::steady_clock;

struct ReceiverSeen
{
    std::string topic;
    std::string payload;
    std::size_t parts;
};

config::SourceConfiguration source(const std::string &bind, const std::string &connect,
                                   config::Pattern pattern = config::Pattern::sub)
{
    config::SourceConfiguration source;
    source.pattern = pattern;
    if (!bind.empty())
        source.bind = {bind};
    if (!connect.empty())
        source.connect = {connect};
    return source;
}

// Drains until the condition holds; false where it does not within ten seconds.
bool drainUntil(Receiver &receiver, std::vector<ReceiverSeen> &seen,
                const std::function<bool()> &done)
{
    const auto end = ReceiverClock::now() + 10s;
    while (!done()) {
        if (ReceiverClock::now() > end)
            return false;
        receiver.maintain(ReceiverClock::now());
        receiver.drain(std::nullopt, [&seen](std::span<const wire::Frame> frames) {
            for (const wire::Frame &frame : frames)
                seen.push_back({std::string(frame.topic), std::string(frame.payload), frame.parts});
        });
        receiver.wait(5ms);
    }
    return true;
}

Publisher publisher(const std::string &endpoint, bool push = false, bool bind = false)
{
    Publisher::Options options;
    options.push = push;
    options.bind = bind;
    options.lossless = true;
    // A port closed a moment ago may take another to be free.
    Publisher publisher(endpoint, options);
    EXPECT_TRUE(support::eventually([&publisher] { return !publisher.open(); }));
    return publisher;
}

// A bound SUB passes its subscriptions on while it is drained.
bool meet(Receiver &receiver, Publisher &from)
{
    std::vector<ReceiverSeen> seen;
    return drainUntil(receiver, seen, [&] { return from.waitForPeer(10ms); });
}

class ReceiverPattern : public testing::TestWithParam<config::Pattern>
{
};

TEST_P(ReceiverPattern, TakesEverythingOfSeveralPublishersInOrder)
{
    const bool push = GetParam() == config::Pattern::pull;
    Receiver receiver({source("tcp://127.0.0.1:*", "", GetParam())});
    const std::string endpoint = receiver.snapshots().at(0).endpoint;
    std::vector<Publisher> publishers;
    for (int i = 0; i < 3; ++i) {
        publishers.push_back(publisher(endpoint, push));
        ASSERT_TRUE(meet(receiver, publishers.back()));
    }
    for (int n = 0; n < 500; ++n)
        for (Publisher &from : publishers)
            ASSERT_TRUE(from.send("topic", std::to_string(n)));
    std::vector<ReceiverSeen> seen;
    ASSERT_TRUE(drainUntil(receiver, seen, [&] { return seen.size() >= 1500; }));
    EXPECT_EQ(seen.size(), 1500u);
    EXPECT_EQ(seen.front().topic, "topic");
    EXPECT_EQ(seen.front().parts, 2u);
    EXPECT_EQ(std::ranges::count(seen, "499", &ReceiverSeen::payload), 3);
    EXPECT_EQ(receiver.snapshots().at(0).peers, 3);
}

// The first large ones lower what may wait while thousands wait.
TEST_P(ReceiverPattern, TakesEverythingOfAPublisherWhoseMessagesAreLargeOnce)
{
    const bool push = GetParam() == config::Pattern::pull;
    Receiver receiver({source("tcp://127.0.0.1:*", "", GetParam())});
    Publisher from = publisher(receiver.snapshots().at(0).endpoint, push);
    ASSERT_TRUE(meet(receiver, from));
    constexpr std::size_t kSmall = 60'000;
    constexpr std::size_t kLarge = 200;
    std::thread sending([&from] {
        const std::string large(1u << 20, 'x');
        for (std::size_t n = 0; n < kSmall; ++n)
            ASSERT_TRUE(from.send("topic", std::to_string(n), 20s));
        for (std::size_t n = 0; n < kLarge; ++n)
            ASSERT_TRUE(from.send("topic", large, 20s));
        for (std::size_t n = kSmall; n < 2 * kSmall; ++n)
            ASSERT_TRUE(from.send("topic", std::to_string(n), 20s));
    });
    std::size_t large = 0;
    std::size_t small = 0;
    const auto take = [&](std::span<const wire::Frame> frames) {
        for (const wire::Frame &frame : frames)
            if (frame.payload.size() > 10)
                ++large;
            else if (frame.payload == std::to_string(small))
                ++small;
    };
    EXPECT_TRUE(support::eventually([&] {
        receiver.drain(std::nullopt, take);
        return small == 2 * kSmall;
    }));
    sending.join();
    EXPECT_EQ(large, kLarge);
}

INSTANTIATE_TEST_SUITE_P(Patterns, ReceiverPattern,
                         testing::Values(config::Pattern::sub, config::Pattern::pull),
                         [](const auto &p) {
                             return p.param == config::Pattern::sub ? "Sub" : "Pull";
                         });

TEST(Receiver, FindsAPublisherThatComesBack)
{
    std::string endpoint;
    {
        Publisher first = publisher("tcp://127.0.0.1:*", false, true);
        endpoint = first.endpoint();
    }
    Receiver receiver({source("", endpoint)});
    std::vector<ReceiverSeen> seen;
    for (int life = 0; life < 2; ++life) {
        Publisher again = publisher(endpoint, false, true);
        ASSERT_TRUE(meet(receiver, again));
        ASSERT_TRUE(again.send("t", std::to_string(life)));
        const auto want = static_cast<std::size_t>(life) + 1;
        ASSERT_TRUE(drainUntil(receiver, seen, [&] { return seen.size() >= want; }));
        EXPECT_TRUE(receiver.snapshots().at(0).up);
        again.kill();
        ASSERT_TRUE(
            drainUntil(receiver, seen, [&] { return receiver.snapshots().at(0).peers == 0; }));
    }
}

TEST(Receiver, ComesBackAfterAMessageThatLibzmqRefuses)
{
    Publisher from = publisher("tcp://127.0.0.1:*", false, true);
    Receiver receiver({source("", from.endpoint())});
    ASSERT_TRUE(meet(receiver, from));
    ASSERT_TRUE(from.send("t", std::string(9u << 20, 'x')));
    std::vector<ReceiverSeen> seen;
    ASSERT_TRUE(drainUntil(receiver, seen, [&] {
        from.send("t", "small");
        return !seen.empty();
    }));
    EXPECT_EQ(seen.front().payload, "small");
    EXPECT_GE(receiver.snapshots().at(0).reconnects, 1u);
}

TEST(Receiver, SaysThatAPortIsInUseAndTakesItOnceItIsFree)
{
    auto holder = std::make_unique<Receiver>(std::vector{source("tcp://127.0.0.1:*", "")});
    const std::string endpoint = holder->snapshots().at(0).endpoint;
    Receiver receiver({source(endpoint, "")});
    EXPECT_FALSE(receiver.snapshots().at(0).up);
    EXPECT_NE(receiver.snapshots().at(0).error.find("port in use"), std::string::npos);
    holder.reset();
    std::vector<ReceiverSeen> seen;
    EXPECT_TRUE(drainUntil(receiver, seen, [&] { return receiver.snapshots().at(0).up; }));
    EXPECT_EQ(receiver.snapshots().at(0).error, "");
}

TEST(Receiver, SaysWhatIsWrongWithAnAddress)
{
    Receiver receiver(
        {source("nonsense", ""), source("tcp://0.0.0.0:*", ""), source("tcp://127.0.0.1:x", "")});
    const auto states = receiver.snapshots();
    EXPECT_NE(states.at(0).error.find("expected tcp://HOST:PORT"), std::string::npos);
    EXPECT_NE(states.at(1).error.find("allow_unauthenticated"), std::string::npos);
    EXPECT_NE(states.at(2).error.find("expected a port"), std::string::npos);
}

TEST(Receiver, WarnsForAsLongAsItTakesEventsFromAnyone)
{
    config::SourceConfiguration open = source("tcp://0.0.0.0:*", "");
    open.allowUnauthenticated = true;
    Receiver receiver({open});
    EXPECT_TRUE(receiver.snapshots().at(0).up);
    EXPECT_NE(receiver.snapshots().at(0).warning, "");
}

TEST(Receiver, KeepsSocketsThatDidNotChange)
{
    Receiver receiver({source("tcp://127.0.0.1:*", "")});
    const std::string endpoint = receiver.snapshots().at(0).endpoint;
    receiver.configure({source("tcp://127.0.0.1:*", ""), source("", "tcp://127.0.0.1:1")});
    EXPECT_EQ(receiver.snapshots().at(0).endpoint, endpoint);
    EXPECT_EQ(receiver.snapshots().size(), 2u);
}

TEST(Receiver, TriesAPortInUseForEverWithoutRunningOutOfSockets)
{
    const Receiver holder({source("tcp://127.0.0.1:*", "")});
    const std::string endpoint = holder.snapshots().at(0).endpoint;
    Receiver receiver({source(endpoint, "")});
    auto now = ReceiverClock::now();
    for (int i = 0; i < 2'000; ++i) // libzmq allows a process 1,023 at a time
        receiver.maintain(now += 2s);
    EXPECT_NE(receiver.snapshots().at(0).error.find("port in use"), std::string::npos);
}

} // namespace
