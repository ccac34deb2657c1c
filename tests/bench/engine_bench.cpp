// SPDX-License-Identifier: GPL-3.0-or-later
// The engine alone, frames in memory, one thread: what an event costs, where, and how that follows
// signals, journeys and values; building a snapshot; `report` over a file as a whole process.
// All in processor time, so that other work on the machine tells less.
// usage: engine_bench [ROUNDS] [JSON FILE] [alone|stages|late|scale|snapshot|report]
#include "ingest/snapshot.h"
#include "tests/bench/cpu_clock.h"
#include "tests/bench/machine.h"
#include "tests/bench/scaled_traffic.h"
#include "tests/bench/shop_traffic.h"
#include "tests/bench/stage_costs.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

using namespace ingest;
using Clock = bench::CpuClock;

constexpr double kArrivalsPerSecond = 200'000;

std::string json = bench::machineMember(); // and what was measured

void note(const std::string &name, double value)
{
    json += ",\"" + name + "\":" + std::to_string(value);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

double nanoseconds(std::chrono::nanoseconds span)
{
    return static_cast<double>(span.count());
}

// Every round 1,024 bursts; the first two million events warm the tables.
void measureStages(unsigned rounds)
{
    constexpr unsigned kWarm = 4'000;
    constexpr unsigned kBursts = 1'024;
    bench::ShopTraffic traffic;
    bench::TrafficBurst burst(kArrivalsPerSecond);
    bench::StageCosts costs(
        std::make_shared<const config::Configuration>(bench::shopConfiguration()));
    std::array<std::vector<double>, bench::StageCosts::kNames.size()> spent;
    for (unsigned round = 0; round <= rounds; ++round) {
        costs.restart();
        for (unsigned i = 0; i < (round == 0 ? kWarm : kBursts); ++i) {
            burst.fill(traffic);
            costs.run(burst);
        }
        for (std::size_t stage = 0; round > 0 && stage < spent.size(); ++stage)
            spent.at(stage).push_back(
                costs.nsPerEvent(static_cast<bench::StageCosts::Stage>(stage)));
    }
    std::printf("\nStages, default shop configuration: ns an event (each alone, then the whole)\n");
    for (std::size_t stage = 0; stage < spent.size(); ++stage) {
        std::printf("  %-28s %8.1f\n", bench::StageCosts::kNames.at(stage),
                    median(spent.at(stage)));
        note(std::string("stage ") + bench::StageCosts::kNames.at(stage), median(spent.at(stage)));
    }
}

// The engine alone: nothing else runs between its frames, which lie in memory before the clock
// starts. The first two million events warm the tables.
void measureWhole(unsigned rounds)
{
    constexpr unsigned kWarm = 4'000;
    constexpr unsigned kBursts = 1'024;
    bench::ShopTraffic traffic;
    Engine engine{std::make_shared<const config::Configuration>(bench::shopConfiguration())};
    std::vector<bench::TrafficBurst> bursts(kBursts, bench::TrafficBurst(kArrivalsPerSecond));
    std::vector<double> costs;
    for (unsigned given = 0; given < kWarm + rounds * kBursts; given += kBursts) {
        for (unsigned i = 0; i < kBursts; ++i) {
            bursts[i].follow(bursts[(i + kBursts - 1) % kBursts]);
            bursts[i].fill(traffic);
        }
        const auto start = Clock::now();
        for (const bench::TrafficBurst &burst : bursts)
            burst.forEachReceive([&engine](auto frames) { engine.ingest(frames); });
        if (given >= kWarm)
            costs.push_back(nanoseconds(Clock::now() - start) /
                            (kBursts * double(bench::TrafficBurst::kEvents)));
    }
    std::printf("\nThe engine alone, frames in memory: %.1f ns an event (%.1f to %.1f)\n",
                median(costs), std::ranges::min(costs), std::ranges::max(costs));
    note("engine ns", median(costs));
}

// The whole engine where events are in time, and where their second has closed before they come, as
// it has when queues are full: each two million events warm, then in turns.
void measureLate(unsigned rounds)
{
    constexpr unsigned kWarm = 4'000;
    constexpr unsigned kBursts = 512;
    constexpr unsigned kBurstsPerSnapshot = 40; // ten a second, as the loop publishes
    struct Run
    {
        explicit Run(Nanoseconds underway) : burst(kArrivalsPerSecond, underway) {}
        bench::ShopTraffic traffic;
        bench::TrafficBurst burst;
        Engine engine{std::make_shared<const config::Configuration>(bench::shopConfiguration())};
        std::vector<double> warming; // of the first two million events
        std::vector<double> costs;
        std::vector<double> snapshots; // milliseconds each
    };
    std::array<Run, 2> runs{Run{Nanoseconds{}}, Run{std::chrono::seconds(2)}};
    for (unsigned round = 0; round <= rounds; ++round)
        for (Run &run : runs) {
            Clock::duration spent{};
            for (unsigned i = 0; i < (round == 0 ? kWarm : kBursts); ++i) {
                run.burst.fill(run.traffic);
                const auto start = Clock::now();
                run.burst.forEachReceive([&run](auto frames) { run.engine.ingest(frames); });
                spent += Clock::now() - start;
                if (i % kBurstsPerSnapshot == 0) {
                    const auto before = Clock::now();
                    static_cast<void>(run.engine.snapshot(Window::oneHour));
                    run.snapshots.push_back(nanoseconds(Clock::now() - before) / 1e6);
                }
            }
            const double events =
                (round == 0 ? kWarm : kBursts) * double(bench::TrafficBurst::kEvents);
            (round == 0 ? run.warming : run.costs).push_back(nanoseconds(spent) / events);
        }
    std::printf("\n");
    for (const auto &[what, run] :
         {std::pair("in time", &runs[0]), std::pair("2 s late", &runs[1])}) {
        std::printf("An event %s: %.1f ns (of the first two million %.1f ns); a snapshot: %.2f ms, "
                    "ten a second\n",
                    what, median(run->costs), median(run->warming), median(run->snapshots));
        note(std::string("first events ns ") + what, median(run->warming));
        note(std::string("event ns ") + what, median(run->costs));
        note(std::string("snapshot ms ") + what, median(run->snapshots));
    }
}

double engineCost(const std::shared_ptr<const config::Configuration> &configuration,
                  bench::ScaledTraffic traffic, std::uint64_t warm)
{
    Engine engine(configuration);
    bench::TrafficBurst burst(kArrivalsPerSecond);
    std::vector<double> rounds;
    for (unsigned round = 0; round < 6; ++round) {
        Clock::duration spent{};
        const std::uint64_t bursts = round == 0 ? warm : 100;
        for (unsigned i = 0; i < bursts; ++i) {
            burst.fill(traffic);
            const auto start = Clock::now();
            burst.forEachReceive([&engine](auto frames) { engine.ingest(frames); });
            spent += Clock::now() - start;
        }
        if (round > 0)
            rounds.push_back(nanoseconds(spent) /
                             static_cast<double>(bursts * bench::TrafficBurst::kEvents));
    }
    return median(rounds);
}

void printScale(const char *what, std::uint64_t number, double cost)
{
    std::printf("  %-28s %9llu %8.1f\n", what, static_cast<unsigned long long>(number), cost);
    note(std::string(what) + " " + std::to_string(number), cost);
}

// The first two million events take memory that nobody has used before, which costs more than all
// else about them.
void measureScale()
{
    constexpr std::uint64_t kWarm = 4'000;
    std::printf("\nCost of an event by what there is: ns\n");
    for (const unsigned signals : {1u, 4u, 16u, 64u})
        printScale(
            "signals, none more matching", signals,
            engineCost(bench::scaledConfiguration(signals, "never.seen"), {1'000, 10}, kWarm));
    for (const unsigned signals : {1u, 4u, 16u, 64u})
        printScale(
            "signals, a quarter matching", signals,
            engineCost(bench::scaledConfiguration(signals, "page.loaded"), {1'000, 10}, kWarm));
    for (const std::uint64_t journeys : {1'000u, 10'000u, 100'000u, 1'000'000u})
        printScale("journeys", journeys,
                   engineCost(bench::scaledConfiguration(1, "never.seen"), {journeys, 10},
                              kWarm + journeys * 3 / 512));
    for (const std::uint64_t values : {1u, 10u, 100u, 1'000u, 10'000u})
        printScale("attribute values", values,
                   engineCost(bench::scaledConfiguration(1, "never.seen"), {1'000, values}, kWarm));
}

void measureSnapshot(unsigned rounds, const char *what, bench::Frequencies frequencies)
{
    Engine engine(bench::fiftySignals());
    bench::ScaledTraffic traffic(1'000, 200, frequencies);
    bench::TrafficBurst live(200);
    for (unsigned i = 0; i < 1'200; ++i) {
        live.fill(traffic);
        for (const auto &frame : live.frames())
            engine.ingest(frame);
    }
    std::vector<double> built;
    std::vector<double> advanced;
    for (unsigned i = 0; i < rounds * 4; ++i) {
        live.fill(traffic); // 2.56 s
        for (const auto &frame : live.frames())
            engine.ingest(frame);
        const auto start = Clock::now();
        engine.advanceTo(Timestamp(std::chrono::ceil<Seconds>(live.now()) + Seconds(1)));
        const auto middle = Clock::now();
        const auto snapshot = engine.snapshot(Window::oneHour);
        built.push_back(nanoseconds(Clock::now() - middle) / 1e6);
        advanced.push_back(nanoseconds(middle - start) / 1e6);
    }
    std::printf("Snapshot of 50 signals by 200 values %s, window 1h: %.2f ms, worst %.2f ms (a "
                "second's advance before: %.2f ms)\n",
                what, median(built), std::ranges::max(built), median(advanced));
    note(std::string("snapshot ms ") + what, median(built));
    note(std::string("advance ms ") + what, median(advanced));
}

// The shop's configuration as resources/bellwether.toml would say it.
void writeConfiguration(const std::filesystem::path &to)
{
    std::ofstream out(to);
    for (const auto &signal : bench::shopConfiguration().signals) {
        constexpr std::array<const char *, 6> kKinds{"rate",    "ratio", "funnel",
                                                     "latency", "sum",   "uniques"};
        out << "[[signal]]\nname = \"" << signal.name << "\"\nkind = \""
            << kKinds.at(static_cast<std::size_t>(signal.kind)) << "\"\n";
        const auto list = [&out](const char *name, const auto &items, auto text) {
            if (items.empty())
                return;
            out << name << " = [";
            for (const auto &item : items)
                out << '"' << text(item) << "\",";
            out << "]\n";
        };
        const auto pattern = [](const config::EventFilter &filter) { return filter.pattern; };
        list("events", signal.events, pattern);
        list("good", signal.good, pattern);
        list("bad", signal.bad, pattern);
        list("steps", signal.steps, pattern);
        list("by", signal.by, [](const std::string &name) { return name; });
        if (!signal.field.empty())
            out << "field = \"" << signal.field << "\"\n";
    }
}

void writeEvents(const std::filesystem::path &to, unsigned events)
{
    std::ofstream out(to, std::ios::binary);
    bench::ShopTraffic traffic;
    const Timestamp start{std::chrono::seconds(1'790'000'000)};
    for (unsigned i = 0; i < events; ++i) {
        if (i % 100 == 0)
            traffic.setTime(bench::rfc3339(start + std::chrono::microseconds(100) * i));
        out << traffic.next() << '\n';
    }
}

struct Spent
{
    double wallNs = 0;
    double cpuNs = 0;
};

Spent runReport(const std::filesystem::path &program, const std::filesystem::path &folder)
{
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
        const std::string config = (folder / "shop.toml").string();
        const std::string events = (folder / "events.ndjson").string();
        ::execl(program.c_str(), "bellwetherctl", "report", "--config", config.c_str(),
                events.c_str(), static_cast<char *>(nullptr));
        std::_Exit(127);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    if (status != 0)
        std::cerr << "report failed\n";
    const auto micros = [](const timeval &time) { return time.tv_sec * 1'000'000 + time.tv_usec; };
    return {nanoseconds(std::chrono::steady_clock::now() - start),
            static_cast<double>(micros(usage.ru_utime) + micros(usage.ru_stime)) * 1e3};
}

// 1 million events at 10,000 a second of their own time.
void measureReport(unsigned rounds)
{
    constexpr unsigned kEvents = 1'000'000;
    const auto program =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() / "bellwetherctl";
    std::string folder =
        (std::filesystem::temp_directory_path() / "bellwether-bench-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return;
    writeConfiguration(std::filesystem::path(folder) / "shop.toml");
    writeEvents(std::filesystem::path(folder) / "events.ndjson", kEvents);
    std::vector<double> wall;
    std::vector<double> cpu;
    for (unsigned round = 0; round < rounds; ++round) {
        const Spent spent = runReport(program, folder);
        wall.push_back(spent.wallNs / kEvents);
        cpu.push_back(spent.cpuNs / kEvents);
    }
    std::filesystem::remove_all(folder);
    std::printf("\nreport on 1,000,000 events in a file, whole process: %.0f ns an event, %.2f "
                "million a second (processor time: %.0f ns)\n",
                median(wall), 1e3 / median(wall), median(cpu));
    note("report ns", median(wall));
    note("report cpu ns", median(cpu));
}

} // namespace

int main(int argc, char **argv)
{
    const unsigned rounds = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 5;
    const std::string only = argc > 3 ? argv[3] : "";
    const auto wanted = [&only](const char *part) { return only.empty() || only == part; };
    if (wanted("alone"))
        measureWhole(rounds);
    if (wanted("stages"))
        measureStages(rounds);
    if (wanted("late"))
        measureLate(rounds);
    if (wanted("snapshot")) {
        measureSnapshot(rounds, "equally frequent", bench::Frequencies::equal);
        measureSnapshot(rounds, "of Zipf's frequencies", bench::Frequencies::zipf);
    }
    if (wanted("report"))
        measureReport(rounds);
    if (wanted("scale"))
        measureScale();
    if (argc > 2)
        std::ofstream(argv[2]) << "{" << json << "}\n";
    return 0;
}
