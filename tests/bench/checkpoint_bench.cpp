// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's state after an hour of shop traffic: how large it is, on the disk too, and how long
// it takes to save, to restore, and to go on from there.
#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"
#include "tests/bench/shop_traffic.h"

#include <benchmark/benchmark.h>

#include <zstd.h>

#include <ctime>
#include <memory>
#include <optional>
#include <string>

namespace {

using namespace ingest;

constexpr Timestamp kBenchStart{std::chrono::seconds{1'790'000'000}};

std::string textOf(Second second)
{
    const std::time_t seconds = second.time_since_epoch().count();
    std::array<char, 32> text{};
    std::tm parts{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S.000Z", gmtime_r(&seconds, &parts));
    return text.data();
}

// Of so many seconds at so many events each; events a second old at most.
struct Hour
{
    Hour(int seconds, int perSecond)
        : configuration(std::make_shared<const config::Configuration>(bench::shopConfiguration())),
          engine(configuration)
    {
        engine.advanceTo(kBenchStart);
        for (int second = 1; second <= seconds; ++second)
            run(perSecond);
        state = engine.checkpoint();
    }

    void run(int events)
    {
        at += Seconds{1};
        traffic.setTime(textOf(std::chrono::floor<Seconds>(at)));
        for (int i = 0; i < events; ++i) {
            wire::Frame frame;
            frame.payload = traffic.next();
            frame.endpoint = "tcp://127.0.0.1:5556";
            frame.arrival = at;
            engine.ingest(frame);
        }
    }

    std::shared_ptr<const config::Configuration> configuration;
    Engine engine;
    bench::ShopTraffic traffic;
    Timestamp at = kBenchStart;
    std::string state;
};

Hour &hour()
{
    static Hour hour(3600, 5'000);
    return hour;
}

void saveState(benchmark::State &state)
{
    Hour &it = hour();
    for (auto _ : state)
        benchmark::DoNotOptimize(it.engine.checkpoint());
    state.counters["MB"] = static_cast<double>(it.state.size()) / 1e6;
}

// What of it the counting thread waits for: the rest is written from copies.
void freezeState(benchmark::State &state)
{
    Hour &it = hour();
    std::size_t written = 0;
    for (auto _ : state) {
        std::optional<state::FrozenState> frozen(it.engine.freeze());
        written = frozen->writtenBytes();
        state.PauseTiming(); // whoever writes it lets go of it
        frozen.reset();
        state.ResumeTiming();
    }
    state.counters["MB"] = static_cast<double>(written) / 1e6;
}

void restoreState(benchmark::State &state)
{
    Hour &it = hour();
    for (auto _ : state) {
        auto restored = Engine::restored(it.configuration, it.state);
        if (!std::holds_alternative<Engine>(restored))
            state.SkipWithError("refused");
        benchmark::DoNotOptimize(restored);
    }
}

// What the writing thread of a recording does with it.
void packState(benchmark::State &state)
{
    Hour &it = hour();
    std::string packed(ZSTD_compressBound(it.state.size()), '\0');
    std::size_t size = 0;
    for (auto _ : state)
        size = ZSTD_compress(packed.data(), packed.size(), it.state.data(), it.state.size(), 1);
    state.counters["MB"] = static_cast<double>(size) / 1e6;
}

BENCHMARK(saveState)->Unit(benchmark::kMillisecond)->MinTime(2);
BENCHMARK(freezeState)->Unit(benchmark::kMillisecond)->MinTime(2);
BENCHMARK(restoreState)->Unit(benchmark::kMillisecond)->MinTime(2);
BENCHMARK(packState)->Unit(benchmark::kMillisecond)->MinTime(2);

} // namespace
