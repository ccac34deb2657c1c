// SPDX-License-Identifier: GPL-3.0-or-later
// What one event costs in the building blocks it passes: a latency recorded, a name interned, the
// books of its source kept. Items per second are events per second.
#include "ingest/metrics/fingerprint.h"
#include "ingest/metrics/interner.h"
#include "ingest/metrics/latency_histogram.h"
#include "ingest/metrics/source_ledger.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace ingest;

constexpr Timestamp kStart{std::chrono::seconds(1'790'000'000)};

void histogramRecord(benchmark::State &state)
{
    std::array<double, 1024> latencies{};
    for (std::size_t i = 0; i < latencies.size(); ++i)
        latencies.at(i) = std::exp(static_cast<double>(i * 7919 % 1024) / 128.0);
    metrics::LatencyHistogram histogram;
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(histogram.record(latencies[i++ % latencies.size()]));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(histogramRecord);

void internerHit(benchmark::State &state)
{
    metrics::Interner names(1'000'000, 1);
    std::vector<std::string> given;
    for (std::int64_t i = 0; i < state.range(0); ++i)
        given.push_back("attribute-value-" + std::to_string(i));
    for (const std::string &name : given)
        names.intern(name);
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(names.intern(given[i++ * 7919 % given.size()]));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(internerHit)->Arg(10)->Arg(1'000)->Arg(100'000);

void fingerprintMessage(benchmark::State &state)
{
    std::string out;
    for (auto _ : state) {
        metrics::fingerprint("card 1234 of jo@example.com was declined by 10.0.0.1:443", out);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(fingerprintMessage);

// Eight publishers in turn, numbered, with ids or without, at so many events a second.
void ledgerObserve(benchmark::State &state)
{
    const bool withId = state.range(0) != 0;
    const std::int64_t perSecond = state.range(1);
    metrics::SourceLedger ledger({}, {}, 1);
    std::array<std::string, 8> sources;
    for (std::size_t i = 0; i < sources.size(); ++i)
        sources.at(i) = "/shop/service-" + std::to_string(i);
    wire::Event event;
    event.type = "payment.approved";
    event.epoch = "7f3a";
    std::array<char, 17> id{};
    std::uint64_t sent = 0;
    for (auto _ : state) {
        event.source = sources[sent % sources.size()];
        event.sequence = sent / sources.size() + 1;
        if (withId) {
            // The digits of a number mixed up, as cheap as can be.
            std::uint64_t digits = sent * 0x9e3779b97f4a7c15u;
            for (std::size_t i = 0; i < 16; ++i, digits >>= 4)
                id[i] = "0123456789abcdef"[digits & 0xf];
            event.id = std::string_view(id.data(), 16);
        }
        const Timestamp now = kStart + std::chrono::nanoseconds(1'000'000'000 / perSecond *
                                                                static_cast<std::int64_t>(sent));
        event.time = now;
        benchmark::DoNotOptimize(ledger.observe(event, now, now, now, false));
        ++sent;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["cuts"] = static_cast<double>(ledger.overflow());
}
BENCHMARK(ledgerObserve)
    ->ArgNames({"id", "perSecond"})
    ->Args({0, 1'000})
    ->Args({1, 1'000})
    ->Args({1, 100'000})
    ->Args({0, 1'000'000})
    ->Args({1, 1'000'000});

} // namespace
