// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/socket.h"

#include "tests/ingest/support/eventually.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <thread>
#include <vector>

namespace {

using namespace ingest;
using namespace ingest::transport;
using namespace std::chrono_literals;

TEST(Socket, EndsAWaitEarlyOnASignalOfTheSystem)
{
    struct sigaction quiet = {};
    quiet.sa_handler = [](int) {};
    struct sigaction before = {};
    ASSERT_EQ(sigaction(SIGUSR1, &quiet, &before), 0);
    std::atomic<bool> done{false};
    std::thread waiting([&done] {
        Socket socket(SocketKind::pull);
        ASSERT_EQ(socket.bind("inproc://nobody"), std::nullopt);
        Socket *const self = &socket;
        EXPECT_FALSE(Socket::wait({&self, 1}, 20s));
        done = true;
    });
    EXPECT_TRUE(support::eventually([&] {
        pthread_kill(waiting.native_handle(), SIGUSR1);
        return done.load();
    }));
    waiting.join();
    sigaction(SIGUSR1, &before, nullptr);
}

TEST(Socket, NeverUsesLibzmqsHeartbeat)
{
    // With it a SUB whose reader stalls aborts the process.
    for (const auto kind : {SocketKind::sub, SocketKind::pull, SocketKind::pub, SocketKind::push})
        EXPECT_EQ(Socket(kind).heartbeatInterval(), 0);
}

TEST(Socket, LetsAsManyBytesWaitWhateverTheMessagesSize)
{
    Socket socket(SocketKind::pull);
    EXPECT_EQ(socket.mostWaiting(), 10'000);
    socket.boundQueue(13'000);
    EXPECT_EQ(socket.mostWaiting(), 10'000);
    socket.boundQueue(1u << 20);
    EXPECT_EQ(socket.mostWaiting(), 128);
    socket.boundQueue(64u << 20); // more than a message may have
    EXPECT_EQ(socket.mostWaiting(), 16);
    socket.boundQueue(300);
    EXPECT_EQ(socket.mostWaiting(), 16) << "a bound is never raised";
}

TEST(Socket, SaysThatTheProcessHasNoMore)
{
    if (test::kSanitized)
        GTEST_SKIP() << "a thousand sockets of libzmq take a sanitizer a minute to close";
    std::vector<Socket> held;
    SocketError error;
    while (auto socket = Socket::create(SocketKind::pull, error)) {
        held.push_back(std::move(*socket));
        ASSERT_LT(held.size(), 5'000u);
    }
    EXPECT_EQ(error.code, EMFILE);
    held.clear();              // which takes libzmq a while
    std::vector<Socket> again; // kept between tries: closing them would be more to wait for
    EXPECT_TRUE(support::eventually([&] {
        while (again.size() < 300) {
            auto socket = Socket::create(SocketKind::pull, error);
            if (!socket)
                return false;
            again.push_back(std::move(*socket));
        }
        return true;
    }));
}

} // namespace
