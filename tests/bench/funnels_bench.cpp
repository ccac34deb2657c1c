// SPDX-License-Identifier: GPL-3.0-or-later
// The funnels alone: nanoseconds an event, over the number of journeys; and a flood of distinct
// journeys. Shop traffic: every journey does up to six things, four of them steps.
#include "ingest/metrics/funnels.h"

#include <benchmark/benchmark.h>

#include <array>
#include <memory>

namespace {

using namespace std::chrono_literals;
using ingest::Second;
using ingest::Window;
using ingest::config::Limits;
using ingest::config::SignalConfiguration;
using ingest::metrics::Funnels;
using ingest::metrics::StepMask;

constexpr Second kStart{std::chrono::seconds{1'760'000'000}};
constexpr std::int64_t kEventsASecond = 100'000;

std::uint64_t keyOf(std::uint64_t number)
{
    number = (number + 1) * 0x9e3779b97f4a7c15;
    number = (number ^ number >> 30) * 0xbf58476d1ce4e5b9;
    return number ^ number >> 27;
}

SignalConfiguration checkout()
{
    SignalConfiguration signal;
    signal.steps.resize(4);
    signal.within = 30min;
    return signal;
}

void countFigures(benchmark::State &state, std::int64_t events)
{
    state.SetItemsProcessed(events);
    state.counters["nsPerEvent"] =
        benchmark::Counter(static_cast<double>(events) / 1e9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// `range` journeys are under way at a time; each ends and is followed by a new one.
void funnelEvents(benchmark::State &state)
{
    const auto active = static_cast<std::uint64_t>(state.range(0));
    constexpr std::array<StepMask, 6> kSteps{1, 0, 2, 0, 4, 8};
    Funnels funnels(std::array{checkout()}, Limits{}, 1);
    std::uint64_t n = 0;
    const auto next = [&] {
        const std::uint64_t round = n / active;
        const std::uint64_t journey = n % active + round / kSteps.size() * active;
        funnels.record(keyOf(journey),
                       kStart + std::chrono::nanoseconds{static_cast<std::int64_t>(n) *
                                                         (1'000'000'000 / kEventsASecond)},
                       std::array{kSteps[(round + n) % kSteps.size()]});
        ++n;
    };
    while (n < active * 6)
        next();
    for (auto _ : state)
        next();
    countFigures(state, state.iterations());
}
BENCHMARK(funnelEvents)
    ->Arg(1'000)
    ->Arg(30'000)
    ->Arg(300'000)
    ->Iterations(3'000'000)
    ->Unit(benchmark::kNanosecond);

// Ten million journeys of one event each: beyond the cap every one of them forgets another.
void distinctJourneys(benchmark::State &state)
{
    constexpr std::int64_t kJourneys = 10'000'000;
    for (auto _ : state) {
        Funnels funnels(std::array{checkout()}, Limits{}, 1);
        for (std::int64_t i = 0; i < kJourneys; ++i)
            funnels.record(keyOf(static_cast<std::uint64_t>(i)),
                           kStart + std::chrono::nanoseconds{i * 10'000}, std::array{StepMask{1}});
        state.counters["forgotten"] = static_cast<double>(funnels.evictedJourneys());
    }
    countFigures(state, state.iterations() * kJourneys);
}
BENCHMARK(distinctJourneys)->Iterations(1)->Unit(benchmark::kMillisecond);

void funnelSnapshot(benchmark::State &state)
{
    Funnels funnels(std::array{checkout()}, Limits{}, 1);
    for (std::uint64_t i = 0; i < 3'600'000; ++i)
        funnels.record(keyOf(i / 4 % 100'000), kStart + i * 1ms,
                       std::array{StepMask{1} << (i % 4)});
    const Second asOf = kStart + 3600s;
    funnels.advanceTo(asOf);
    const auto window = static_cast<Window>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(funnels.snapshot(0, window, asOf));
    state.SetLabel(std::string(nameOf(window)));
}
BENCHMARK(funnelSnapshot)->DenseRange(0, 5)->Unit(benchmark::kMicrosecond);

} // namespace
