// SPDX-License-Identifier: GPL-3.0-or-later
// A service that publishes as fast as it can until it is killed, for tests of what dies with it.
// usage: publisher_process connect|bind ENDPOINT SOURCE EPOCH RECORD, where RECORD is a file of
// eight bytes that holds, whatever becomes of this process, how many events it has handed to
// ZeroMQ.
#include "ingest/transport/publisher.h"
#include "tests/ingest/support/eventually.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace {

constexpr std::uint64_t kBeatEvery = 500;

std::atomic<std::uint64_t> *mapRecord(const char *file)
{
    const int descriptor = ::open(file, O_RDWR);
    if (descriptor < 0)
        return nullptr;
    void *page =
        ::mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    return page == MAP_FAILED ? nullptr : static_cast<std::atomic<std::uint64_t> *>(page);
}

// A port whose holder was killed a moment ago may take another to be free.
std::optional<std::string> open(ingest::transport::Publisher &publisher)
{
    std::optional<std::string> problem;
    support::eventually([&] { return !(problem = publisher.open()); });
    return problem;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 6)
        return 2;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that dies leaves nobody behind
    std::atomic<std::uint64_t> *const sent = mapRecord(argv[5]);
    ingest::transport::Publisher::Options options;
    options.bind = std::string_view(argv[1]) == "bind";
    ingest::transport::Publisher publisher(argv[2], options);
    if (const auto problem = open(publisher); problem || sent == nullptr) {
        std::cerr << "publisher_process: " << problem.value_or("no record") << "\n";
        return 1;
    }
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    const std::string members =
        std::string(",\"source\":\"") + argv[3] + "\",\"epoch\":\"" + argv[4] + "\",\"sequence\":";
    const std::string started = ",\"started\":" + std::to_string(now.count()) + "}";
    // Nothing waits for a subscriber: what is sent before there is one is the lost head.
    for (std::uint64_t sequence = 1;; ++sequence) {
        sent->store(sequence); // before: a kill between the two leaves one too many, never too few
        publisher.send("page.viewed",
                       "{\"type\":\"page.viewed\"" + members + std::to_string(sequence) + "}");
        if (sequence % kBeatEvery == 0)
            publisher.send("bellwether.heartbeat", "{\"type\":\"bellwether.heartbeat\"" + members +
                                                       std::to_string(sequence) + started);
    }
}
