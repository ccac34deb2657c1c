// SPDX-License-Identifier: GPL-3.0-or-later
// What recording costs the thread that counts, how fast a recording is counted again, and how long
// any moment of it takes to show. Shop events in bursts of 512, each of one instant.
// usage: recording_bench [ROUNDS] [JSON FILE] [cost | replay | moments]
#include "ingest/engine.h"
#include "ingest/record/record_feed.h"
#include "ingest/record/recording.h"
#include "ingest/record/segment_writer.h"
#include "ingest/replay/checkpointed_beginnings.h"
#include "ingest/replay/replay.h"
#include "ingest/replay/replay_state.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/snapshot.h"
#include "tests/bench/cpu_clock.h"
#include "tests/bench/machine.h"
#include "tests/bench/shop_traffic.h"
#include "tests/bench/traffic_burst.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace ingest;
using Clock = std::chrono::steady_clock;
using FractionalSeconds = std::chrono::duration<double>;

constexpr Seconds kCounted{10}; // of traffic at kFast
constexpr double kFast = 100'000;
constexpr double kDaily = 5'000;
constexpr std::chrono::minutes kRecorded{13}; // four states, and as far as may be from one

struct Spent
{
    double cpu = 0;  // seconds of this thread
    double wall = 0; // of traffic that came as fast as it was counted
};

config::RecordConfiguration into(const test::TemporaryFolder *folder)
{
    config::RecordConfiguration record;
    record.folder = folder == nullptr ? std::string() : folder->path().string();
    record.keepBytes = std::uint64_t{8} << 30;
    return record;
}

// Counts at `rate` of their own time, recorded where there is a folder, at no more than `pace`
// events a second of real time (0: as fast as it goes).
Spent count(double rate, Seconds span, const test::TemporaryFolder *folder, double pace,
            bool checkpoints)
{
    SelfConfiguringEngine engine(bench::shopConfiguration());
    bench::ShopTraffic traffic;
    bench::TrafficBurst burst(rate);
    record::RecordFeed feed(into(folder));
    engine.advanceTo(burst.now());
    feed.restart(burst.now());
    Spent spent;
    const Timestamp end = burst.now() + span;
    const auto began = Clock::now();
    for (std::uint64_t events = 0; burst.now() < end; events += burst.frames().size()) {
        burst.fill(traffic);
        if (pace > 0)
            std::this_thread::sleep_until(
                began + std::chrono::duration_cast<Clock::duration>(
                            FractionalSeconds(static_cast<double>(events) / pace)));
        const auto cpu = bench::CpuClock::now();
        const auto wall = Clock::now();
        burst.forEachReceive([&](std::span<const wire::Frame> frames) {
            for (const wire::Frame &frame : frames)
                feed.offer(frame);
            engine.ingest(frames);
        });
        feed.tick(engine.now(), [&] { return checkpoints ? engine.freeze() : std::nullopt; });
        spent.cpu += FractionalSeconds(bench::CpuClock::now() - cpu).count();
        spent.wall += FractionalSeconds(Clock::now() - wall).count();
    }
    feed.end(engine.now());
    return spent;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

// In turns, so that what else the machine does hits both. Returns the share that recording adds.
double costOfRecording(int rounds)
{
    std::vector<double> shares;
    for (int i = 0; i < rounds; ++i) {
        const Spent plain = count(kFast, kCounted, nullptr, kFast, false);
        const test::TemporaryFolder folder;
        const Spent recorded = count(kFast, kCounted, &folder, kFast, false);
        shares.push_back(recorded.cpu / plain.cpu - 1);
        std::printf("  at 100,000 events/s: %.0f ns an event counted, %.0f recorded as well\n",
                    plain.cpu * 1e9 / (kFast * kCounted.count()),
                    recorded.cpu * 1e9 / (kFast * kCounted.count()));
    }
    return median(shares);
}

replay::Original originalOf(const test::TemporaryFolder &folder)
{
    return {folder.path(), bench::shopConfiguration(), false};
}

// The processor time of a replay, from the file to the engine: in nanoseconds an event, of the
// thread that counts, and of the process, where another one unpacks.
struct ReplayCost
{
    double thread = 0;
    double process = 0;
};

ReplayCost costOfReplay(const test::TemporaryFolder &folder, int rounds)
{
    std::vector<double> thread;
    std::vector<double> process;
    for (int i = 0; i < rounds; ++i) {
        replay::Replay replay(std::make_unique<replay::FreshBeginnings>(originalOf(folder)));
        const auto begun = bench::CpuClock::now();
        const auto processBegun = bench::CpuClock::ofProcess();
        while (!replay.workTowards(replay::kEnd, 100'000)) {
        }
        const auto nsAnEvent = [&](FractionalSeconds took) {
            return took.count() * 1e9 / static_cast<double>(replay.entries());
        };
        thread.push_back(nsAnEvent(bench::CpuClock::now() - begun));
        process.push_back(nsAnEvent(bench::CpuClock::ofProcess() - processBegun));
    }
    return {median(thread), median(process)};
}

// Records what the states and the replay are measured with. False: no state was taken.
bool recordIn(const test::TemporaryFolder &folder)
{
    // Ten times as fast as it came, so that the writing thread follows: a state is taken within
    // five seconds of the events' time.
    count(kDaily, kRecorded, &folder, 10 * kDaily, true);
    const std::size_t states = record::SegmentFolder(folder.path()).checkpoints().size();
    std::printf("recorded %ld min at 5,000 events/s, %zu states\n",
                static_cast<long>(kRecorded.count()), states);
    if (states == 0)
        std::fprintf(stderr, "The writing thread did not follow: no state was taken\n");
    return states > 0;
}

// Seconds, of each instant.
struct Shown
{
    std::vector<double> cpu; // of this thread, up to the snapshot
    std::vector<double> wall;
    std::vector<double> events; // of this thread, from then on up to the one with earlier events
};

double worst(const std::vector<double> &values)
{
    return *std::ranges::max_element(values);
}

void showOne(replay::Replay &replay, Second instant, Shown &shown)
{
    const auto cpu = bench::CpuClock::now();
    const auto wall = Clock::now();
    while (!replay.workTowards(instant, 100'000)) {
    }
    (void)replay.snapshot(Window::oneHour);
    shown.wall.push_back(FractionalSeconds(Clock::now() - wall).count());
    const auto there = bench::CpuClock::now();
    shown.cpu.push_back(FractionalSeconds(there - cpu).count());
    while (!replay.readEarlier(100'000)) {
    }
    (void)replay.snapshot(Window::oneHour);
    shown.events.push_back(FractionalSeconds(bench::CpuClock::now() - there).count());
}

// From the question to the snapshot, for instants all over the recording: at a state, between two,
// and just before the next.
Shown timeToShow(const test::TemporaryFolder &folder)
{
    constexpr Seconds kSpan = record::SegmentWriter::kSegmentSpan;
    Shown shown;
    for (const auto &place : record::SegmentFolder(folder.path()).checkpoints())
        for (const Seconds away : {Seconds{1}, kSpan / 2, kSpan - Seconds{10}}) {
            replay::Replay replay(
                std::make_unique<replay::CheckpointedBeginnings>(originalOf(folder)));
            showOne(replay, std::chrono::floor<Seconds>(place.at) + away, shown);
        }
    return shown;
}

std::string json = bench::machineMember(); // and what was measured

void put(const char *name, double value)
{
    json += ",\"" + std::string(name) + "\":" + std::to_string(value);
}

void measureCost(int rounds)
{
    const double share = costOfRecording(rounds);
    std::printf("recording costs %.1f %% of the counting thread's time (at most 15)\n",
                share * 100);
    put("recordingShare", share);
}

void measureReplay(const test::TemporaryFolder &folder, int rounds)
{
    const ReplayCost cost = costOfReplay(folder, rounds);
    std::printf("replay: %.2f million events/s on one thread (at least 2): %.0f ns an event, with "
                "its unpacking beside %.0f\n",
                1e3 / cost.thread, cost.thread, cost.process);
    put("replayPerSecond", 1e9 / cost.thread);
}

void measureMoments(const test::TemporaryFolder &folder)
{
    const Shown shown = timeToShow(folder);
    std::printf(
        "a moment shows within %.2f s at worst, %.2f s mostly (at most 2); by the clock %.2f "
        "and %.2f s; with its earlier events %.2f s after that\n",
        worst(shown.cpu), median(shown.cpu), worst(shown.wall), median(shown.wall),
        worst(shown.events));
    put("momentWorstSeconds", worst(shown.cpu));
    put("momentMedianSeconds", median(shown.cpu));
    put("momentWorstClockSeconds", worst(shown.wall));
    put("momentEventsSeconds", worst(shown.events));
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
    const std::string only = argc > 3 ? argv[3] : "";
    const auto wanted = [&only](const char *part) { return only.empty() || only == part; };
    if (wanted("cost"))
        measureCost(rounds);
    const test::TemporaryFolder folder;
    if ((wanted("replay") || wanted("moments")) && !recordIn(folder))
        return 1;
    if (wanted("replay"))
        measureReplay(folder, only.empty() ? std::max(1, rounds / 2) : rounds);
    if (wanted("moments"))
        measureMoments(folder);
    if (argc > 2)
        std::ofstream(argv[2]) << "{" << json << "}\n";
    return 0;
}
