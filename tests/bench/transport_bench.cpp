// SPDX-License-Identifier: GPL-3.0-or-later
// The whole ingest against a bare receive loop that only counts, and the time from publishing to a
// snapshot. Publisher and receiver are processes of their own; this one never touches ZeroMQ.
// usage: transport_bench [ROUNDS] [JSON FILE] [part of a row's name]
#include "ingest/ingest_loop.h"
#include "ingest/snapshot.h"
#include "ingest/snapshot_slot.h"
#include "ingest/transport/publisher.h"
#include "tests/bench/machine.h"
#include "tests/bench/shop_traffic.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <thread>
#include <utility>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using FractionalSeconds = std::chrono::duration<double>;

struct Load
{
    const char *name;
    bool push;
    std::uint64_t events;
    unsigned pack;
    double perSecond = 0;   // 0: as fast as it goes
    std::uint64_t warm = 0; // received before the clock starts: an engine fills 300 MiB meanwhile
};

struct Outcome
{
    double perSecond = 0;
    double cpuNsPerEvent = 0;
    double lost = 0; // share
    double p50Ms = 0;
    double p99Ms = 0;
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string timeNow()
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    std::array<char, 40> text{};
    const std::size_t size =
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", std::gmtime(&now.tv_sec));
    std::snprintf(text.data() + size, text.size() - size, ".%03uZ",
                  static_cast<unsigned>(now.tv_nsec / 1'000'000) % 1'000);
    return text.data();
}

// Where the clock started.
struct Mark
{
    Clock::time_point at;
    std::uint64_t events = 0; // received by then
    double cpu = cpuSeconds();
};

// Where event n of a paced load is due, on the clock that all processes share.
Clock::time_point dueAt(Clock::time_point start, std::uint64_t n, double perSecond)
{
    return start + std::chrono::duration_cast<Clock::duration>(
                       FractionalSeconds(static_cast<double>(n) / perSecond));
}

void publish(const Load &load, const std::string &endpoint, int startPipe)
{
    transport::Publisher publisher(endpoint, {.push = load.push});
    if (publisher.open() || !publisher.waitForPeer(10s))
        return;
    bench::ShopTraffic traffic;
    std::string message;
    const auto start = Clock::now();
    if (::write(startPipe, &start, sizeof start) != sizeof start)
        return;
    for (std::uint64_t n = 0; n < load.events; n += load.pack) {
        if (load.perSecond > 0 && n % 100 == 0)
            std::this_thread::sleep_until(dueAt(start, n, load.perSecond));
        if (n % 500 == 0)
            traffic.setTime(timeNow());
        if (load.pack == 1) {
            publisher.send("shop", traffic.next(), 60s);
            continue;
        }
        message.clear();
        for (unsigned i = 0; i < load.pack; ++i)
            message.append(traffic.next()).append("\n");
        publisher.send({}, message, 60s);
    }
    publisher.close();
}

// Counts messages, in bursts and with naps as the ingest does, and does nothing else.
Outcome receiveBare(const Load &load, const std::function<void(std::string)> &tell, int)
{
    transport::Socket socket(load.push ? transport::SocketKind::pull : transport::SocketKind::sub);
    if (!load.push)
        socket.subscribe("");
    if (socket.bind("tcp://127.0.0.1:*"))
        std::abort();
    tell(socket.lastEndpoint());
    std::array<transport::Socket *, 1> self{&socket};
    std::uint64_t count = 0;
    std::optional<Mark> first;
    Clock::time_point last = Clock::now() + 10s;
    while (count < load.events && Clock::now() - last < 500ms) {
        std::uint64_t burst = 0;
        for (; burst < 512 && socket.receive(); ++burst)
            count += load.pack;
        if (burst > 0) {
            last = Clock::now();
            if (!first && count >= load.warm)
                first = Mark{last, count};
        }
        if (burst == 0)
            transport::Socket::wait(self, 20ms);
        else if (burst < 64)
            std::this_thread::sleep_for(300us);
    }
    if (!first)
        std::abort();
    const auto measured = static_cast<double>(count - first->events);
    return {measured / FractionalSeconds(last - first->at).count(),
            (cpuSeconds() - first->cpu) * 1e9 / measured,
            1 - static_cast<double>(count) / static_cast<double>(load.events)};
}

// When each event could first be seen, against when it was due.
class Latencies
{
public:
    Latencies(const Load &load, Clock::time_point start) : m_load(load), m_start(start) {}

    void visible(std::uint64_t count)
    {
        const auto now = Clock::now();
        for (; m_seen < count; ++m_seen)
            m_ms.push_back(
                FractionalSeconds(now - dueAt(m_start, m_seen, m_load.perSecond)).count() * 1e3);
    }
    double quantile(double q)
    {
        std::ranges::sort(m_ms);
        return m_ms.empty() ? 0 : m_ms[static_cast<std::size_t>(q * double(m_ms.size() - 1))];
    }

private:
    Load m_load;
    Clock::time_point m_start;
    std::uint64_t m_seen = 0;
    std::vector<double> m_ms;
};

// A snapshot, and the processor time the process had taken when it was seen.
struct Reading
{
    std::shared_ptr<const Snapshot> snapshot;
    double cpu = 0;
    [[nodiscard]] std::uint64_t received() const { return snapshot->ledger.received; }
};

// The loop as the desktop runs it. Its rate is read off two snapshots and their engine times.
Outcome receiveFully(const Load &load, const std::function<void(std::string)> &tell, int startPipe)
{
    config::Configuration configuration = bench::shopConfiguration();
    configuration.sources.resize(1);
    configuration.sources[0].bind = {"tcp://127.0.0.1:*"};
    configuration.sources[0].pattern = load.push ? config::Pattern::pull : config::Pattern::sub;
    SnapshotSlot slot;
    const IngestLoop loop(configuration, slot);
    while (!slot.latest())
        std::this_thread::sleep_for(1ms);
    tell(slot.latest()->sockets.at(0).endpoint);
    Clock::time_point start;
    if (::read(startPipe, &start, sizeof start) != sizeof start)
        std::abort();
    Latencies latencies(load, start);
    std::optional<Reading> first;
    Reading before;
    Reading last{slot.latest(), 0};
    Clock::time_point changed = Clock::now();
    while (last.received() < load.events && Clock::now() - changed < 1s) {
        std::this_thread::sleep_for(load.perSecond > 0 ? 1ms : 20ms);
        const Reading next{slot.latest(), cpuSeconds()};
        if (next.received() == last.received())
            continue;
        changed = Clock::now();
        before = std::exchange(last, next);
        if (!first && last.received() >= load.warm)
            first = last;
        if (load.perSecond > 0)
            latencies.visible(last.received());
    }
    const LedgerSnapshot &ledger = last.snapshot->ledger;
    if (ledger.accepted + ledger.duplicate != ledger.received)
        std::cerr << "some events were refused\n";
    // The last one holds time in which nothing came any more: the one before is the measure.
    if (!first || before.received() <= first->received())
        std::abort();
    const auto span =
        FractionalSeconds(before.snapshot->engineTime - first->snapshot->engineTime).count();
    const auto measured = static_cast<double>(before.received() - first->received());
    return {measured / span, (before.cpu - first->cpu) * 1e9 / measured,
            1 - static_cast<double>(last.received()) / static_cast<double>(load.events),
            latencies.quantile(0.5), latencies.quantile(0.99)};
}

using Receive = Outcome (*)(const Load &, const std::function<void(std::string)> &, int);

Outcome run(const Load &load, Receive receive)
{
    std::array<int, 2> endpointPipe{};
    std::array<int, 2> startPipe{};
    std::array<int, 2> outcomePipe{};
    if (::pipe(endpointPipe.data()) + ::pipe(startPipe.data()) + ::pipe(outcomePipe.data()) != 0)
        std::abort();
    const pid_t receiver = ::fork();
    if (receiver == 0) {
        const auto tell = [&](const std::string &endpoint) {
            if (::write(endpointPipe[1], endpoint.data(), endpoint.size()) < 0)
                std::abort();
        };
        const Outcome outcome = receive(load, tell, startPipe[0]);
        ::_exit(::write(outcomePipe[1], &outcome, sizeof outcome) == sizeof outcome ? 0 : 1);
    }
    const pid_t publisher = ::fork();
    if (publisher == 0) {
        std::array<char, 128> endpoint{};
        if (::read(endpointPipe[0], endpoint.data(), endpoint.size() - 1) > 0)
            publish(load, endpoint.data(), startPipe[1]);
        std::exit(0); // ends the context, which flushes what waits
    }
    for (const int end :
         {endpointPipe[0], endpointPipe[1], startPipe[0], startPipe[1], outcomePipe[1]})
        ::close(end);
    Outcome outcome;
    if (::read(outcomePipe[0], &outcome, sizeof outcome) != sizeof outcome)
        std::cerr << load.name << ": the receiver failed\n";
    ::close(outcomePipe[0]);
    ::waitpid(receiver, nullptr, 0);
    ::waitpid(publisher, nullptr, 0);
    return outcome;
}

double median(const std::vector<Outcome> &outcomes, double Outcome::*member)
{
    std::vector<double> values;
    for (const Outcome &outcome : outcomes)
        values.push_back(outcome.*member);
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const unsigned rounds = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 5;
    const std::string only = argc > 3 ? argv[3] : "";
    std::string json = "{" + bench::machineMember() + ",\"rows\":[";
    std::printf("%s; medians of %u, alternating\n", bench::machine().c_str(), rounds);
    std::printf("%-26s %12s %12s %7s %18s %9s %9s %14s\n", "", "bare/s", "full/s", "ratio",
                "CPU ns/event more", "bare lost", "full lost", "bare CPU ns");
    std::fflush(stdout); // or every child prints it again
    for (const Load &load : {Load{"single, PUSH/PULL", true, 4'000'000, 1, 0, 2'000'000},
                             Load{"packed 50, PUSH/PULL", true, 6'000'000, 50, 0, 2'000'000},
                             Load{"single, PUB/SUB", false, 1'500'000, 1},
                             Load{"packed 50, PUB/SUB", false, 4'000'000, 50}}) {
        if (std::string_view(load.name).find(only) == std::string_view::npos)
            continue;
        std::vector<Outcome> bare;
        std::vector<Outcome> full;
        std::vector<Outcome> ratio;
        for (unsigned round = 0; round < rounds; ++round) {
            bare.push_back(run(load, receiveBare));
            full.push_back(run(load, receiveFully));
            ratio.push_back({full.back().perSecond / bare.back().perSecond,
                             full.back().cpuNsPerEvent - bare.back().cpuNsPerEvent});
        }
        const std::array<double, 7> row{
            median(bare, &Outcome::perSecond),    median(full, &Outcome::perSecond),
            median(ratio, &Outcome::perSecond),   median(ratio, &Outcome::cpuNsPerEvent),
            median(bare, &Outcome::lost) * 100,   median(full, &Outcome::lost) * 100,
            median(bare, &Outcome::cpuNsPerEvent)}; // what receiving alone takes
        std::printf("%-26s %12.0f %12.0f %7.2f %18.0f %8.1f%% %8.1f%% %14.0f\n", load.name, row[0],
                    row[1], row[2], row[3], row[4], row[5], row[6]);
        std::fflush(stdout);
        std::array<char, 256> text{};
        std::snprintf(text.data(), text.size(),
                      R"({"name":"%s","barePerSecond":%.0f,"fullPerSecond":%.0f,"ratio":%.3f,)"
                      R"("cpuNsMore":%.0f,"bareLostPercent":%.2f,"fullLostPercent":%.2f,)"
                      R"("bareCpuNs":%.0f},)",
                      load.name, row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
        json += text.data();
    }
    std::vector<Outcome> paced;
    const Load load{"publish to snapshot", true, 300'000, 1, 100'000};
    for (unsigned round = 0; round < rounds; ++round)
        paced.push_back(run(load, receiveFully));
    const double p50 = median(paced, &Outcome::p50Ms);
    const double p99 = median(paced, &Outcome::p99Ms);
    std::printf("publish to snapshot at 100,000/s: p50 %.1f ms, p99 %.1f ms\n", p50, p99);
    std::array<char, 128> text{};
    std::snprintf(text.data(), text.size(),
                  R"({"name":"publish to snapshot at 100000/s","p50Ms":%.1f,"p99Ms":%.1f}]})", p50,
                  p99);
    json += text.data();
    if (argc > 2)
        std::ofstream(argv[2]) << json << "\n";
    return 0;
}
