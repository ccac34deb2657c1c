// SPDX-License-Identifier: GPL-3.0-or-later
// How long a chart takes to come out of a store of 35 days with 50 signals, ten of them broken down
// by 20 values, which is built here first; how much room it takes, and what a second more costs.
#include "ingest/history/stored_window.h"
#include "ingest/snapshot.h"
#include "ingest/store/history_reader.h"
#include "ingest/store/history_store.h"

#include <benchmark/benchmark.h>

#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <random>

namespace {

namespace fs = std::filesystem;
using namespace ingest;

constexpr int kDays = 35;
constexpr int kSignals = 50;
constexpr int kBrokenDown = 10; // the first ones
constexpr int kValues = 20;
constexpr Second kEnd{Seconds{1'800'000'000 / 86400 * 86400}};

config::SignalKind kindOf(int signal)
{
    using enum config::SignalKind;
    constexpr std::array kKinds{rate, ratio, latency, sum, rate, ratio, latency, sum, rate, funnel};
    return signal == 49 ? uniques : kKinds.at(static_cast<std::size_t>(signal % 10));
}

std::shared_ptr<const config::Configuration> configuration()
{
    auto all = std::make_shared<config::Configuration>();
    for (int i = 0; i < kSignals; ++i) {
        config::SignalConfiguration &signal = all->signals.emplace_back();
        signal.name = "signal " + std::to_string(i);
        signal.kind = kindOf(i);
        if (signal.kind == config::SignalKind::funnel)
            signal.steps = {{"a", {}}, {"b", {}}, {"c", {}}, {"d", {}}};
    }
    return all;
}

class Store
{
public:
    Store()
    {
        std::string pattern = (fs::temp_directory_path() / "history-bench-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
        auto opened = store::HistoryStore::open(path(), kEnd);
        auto &store = std::get<std::unique_ptr<store::HistoryStore>>(opened);
        for (Second hour = kEnd - std::chrono::days{kDays}; hour < kEnd; hour += Seconds{3600}) {
            RollupBatch batch{"one", 1, {}, {}};
            addSpan(hour, Seconds{3600}, 60, true, batch);
            const bool broken = kEnd - hour <= std::chrono::hours{48};
            for (int minute = 0; minute < 60; ++minute)
                addSpan(hour + minute * Seconds{60}, Seconds{60}, 1, broken, batch);
            if (kEnd - hour <= std::chrono::hours{6})
                for (Seconds second{0}; second < Seconds{3600}; second += kSecondLong)
                    addSecond(hour + second, batch);
            if (const std::string problem = store->write(batch); !problem.empty()) {
                std::cerr << problem << "\n";
                std::exit(1);
            }
        }
    }
    ~Store() { fs::remove_all(m_folder); }
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] std::string path() const { return (m_folder / "history.db").string(); }
    [[nodiscard]] std::uintmax_t bytes() const { return fs::file_size(path()); }
    // What is written in the second that ends then: it, two that something came late for, the
    // running ten seconds and minute and the ones before.
    [[nodiscard]] RollupBatch lately(Second end)
    {
        RollupBatch batch{"one", end.time_since_epoch().count(), {}, {}};
        for (int back = 1; back <= 3; ++back) {
            addSecond(end - back * kSecondLong, batch);
            batch.whole.emplace_back(end - back * kSecondLong, kSecondLong);
        }
        for (const int back : {0, 1})
            addSpan(end - end.time_since_epoch() % kMinuteLong - back * kMinuteLong, kMinuteLong, 1,
                    false, batch);
        return batch;
    }

private:
    void addSecond(Second from, RollupBatch &batch)
    {
        const bool tens = from.time_since_epoch() % kTenSeconds == Seconds{0};
        for (int i = 0; i < kSignals; ++i)
            if (kindOf(i) != config::SignalKind::uniques)
                add(i, from, kSecondLong, 7, "", batch);
            else if (tens)
                add(i, from, kTenSeconds, 70, "", batch);
        addTotals(from, kSecondLong, batch);
    }
    void addTotals(Second from, Seconds length, RollupBatch &batch)
    {
        for (const auto name : {kObservedName, kFailuresName}) {
            Rollup &row = batch.rollups.emplace_back();
            row.signal = name;
            row.from = from;
            row.resolution = length;
            row.n = static_cast<std::uint64_t>(length.count());
        }
    }
    void addSpan(Second from, Seconds length, int scale, bool broken, RollupBatch &batch)
    {
        for (int i = 0; i < kSignals; ++i) {
            add(i, from, length, 400 * scale, "", batch);
            if (broken && i < kBrokenDown && kindOf(i) != config::SignalKind::uniques)
                for (int value = 0; value < kValues; ++value)
                    add(i, from, length, 20 * scale,
                        attrsOf("country", "value " + std::to_string(value)), batch);
        }
        addTotals(from, length, batch);
    }
    void add(int signal, Second from, Seconds length, int events, const std::string &attrs,
             RollupBatch &batch)
    {
        const config::SignalKind kind = kindOf(signal);
        Rollup row;
        row.signal = "signal " + std::to_string(signal);
        row.attrs = attrs;
        row.from = from;
        row.resolution = length;
        row.n = m_random() % static_cast<unsigned>(events) + 1;
        row.bad = kind == config::SignalKind::ratio ? row.n / 10 : 0;
        if (kind == config::SignalKind::funnel) {
            for (const char *slot : {"1", "2", "3", "4", "cohort"}) {
                row.slot = slot;
                batch.rollups.push_back(row);
            }
            return;
        }
        if (kind == config::SignalKind::sum) {
            row.slot = "EUR";
            row.sumMinor = static_cast<std::int64_t>(row.n * 4711);
        }
        if (kind == config::SignalKind::latency)
            row.histogram = histogram(row.n);
        if (kind == config::SignalKind::uniques) {
            row.uniques.resize(4096);
            for (std::uint64_t i = 0; i < row.n; ++i)
                row.uniques[m_random() % 4096] = static_cast<std::uint8_t>(1 + m_random() % 8);
        }
        batch.rollups.push_back(std::move(row));
    }
    // As a logarithmic normal distribution around half a second: some three octaves wide.
    std::vector<SlotCount> histogram(std::uint64_t n)
    {
        std::map<std::uint16_t, std::uint64_t> slots;
        std::normal_distribution<double> slot(1216, 64);
        for (std::uint64_t i = 0; i < std::min<std::uint64_t>(n, 2000); ++i)
            slots[static_cast<std::uint16_t>(slot(m_random))] += 1 + n / 2000;
        return {slots.begin(), slots.end()};
    }

    fs::path m_folder;
    std::mt19937 m_random{1};
};

Store &theStore()
{
    static Store store;
    return store;
}

// From an open reader to the points of the chart, as the desktop does it.
void openChart(benchmark::State &state, Window window, const std::vector<int> &signals,
               bool byValue)
{
    const Store &store = theStore();
    auto some = std::make_shared<config::Configuration>();
    for (const int signal : signals)
        some->signals.push_back(configuration()->signals[static_cast<std::size_t>(signal)]);
    auto reader = store::HistoryReader::open(store.path());
    for (auto _ : state) {
        store::RowsWanted wanted = history::rowsFor(*some, window, kEnd);
        wanted.byValue = byValue;
        if (window == Window::oneHour) { // to be joined with what the engine has
            wanted.resolution = kTenSeconds;
            if (history::readWindow(*reader, wanted, window, true)->empty())
                state.SkipWithError("nothing was read");
            continue;
        }
        Snapshot snapshot;
        snapshot.configuration = some;
        snapshot.window = window;
        snapshot.asOf = kEnd;
        history::fillFrom(*history::readWindow(*reader, wanted, window, true), nullptr, Seconds{0},
                          snapshot);
        if (snapshot.metrics->failuresCount == 0)
            state.SkipWithError("nothing was read");
        benchmark::DoNotOptimize(snapshot);
    }
    state.counters["fileMiB"] = static_cast<double>(store.bytes()) / static_cast<double>(1 << 20);
}

// One transaction, as there is one a second.
void writeSecond(benchmark::State &state)
{
    Store &store = theStore();
    auto opened = store::HistoryStore::open(store.path(), kEnd);
    const auto &writer = std::get<std::unique_ptr<store::HistoryStore>>(opened);
    Second end = kEnd;
    for (auto _ : state) {
        state.PauseTiming();
        const RollupBatch batch = store.lately(end += kSecondLong);
        state.counters["rows"] = static_cast<double>(batch.rollups.size());
        state.ResumeTiming();
        if (!writer->write(batch).empty())
            state.SkipWithError("it could not be written");
    }
}

std::vector<int> allSignals()
{
    std::vector<int> all(kSignals);
    for (int i = 0; i < kSignals; ++i)
        all[static_cast<std::size_t>(i)] = i;
    return all;
}

// One line; a latency, whose rows are the longest; one of 20 values; what the Experience page
// shows; everything there is.
const std::vector<int> kRate{14};
const std::vector<int> kLatency{12};
const std::vector<int> kBroken{1};
const std::vector<int> kPage{19, 11, 13, 12, 49};

BENCHMARK_CAPTURE(openChart, oneHour_page, Window::oneHour, kPage, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, oneHour_all50, Window::oneHour, allSignals(), false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, oneDay_rate, Window::oneDay, kRate, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, oneDay_latency, Window::oneDay, kLatency, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, oneDay_ratioBy20, Window::oneDay, kBroken, true)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, oneDay_page, Window::oneDay, kPage, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, oneDay_all50, Window::oneDay, allSignals(), false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, thirtyDays_rate, Window::thirtyDays, kRate, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, thirtyDays_latency, Window::thirtyDays, kLatency, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, thirtyDays_ratioBy20, Window::thirtyDays, kBroken, true)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, thirtyDays_page, Window::thirtyDays, kPage, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(openChart, thirtyDays_all50, Window::thirtyDays, allSignals(), false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(writeSecond)->Unit(benchmark::kMillisecond)->Iterations(120);

} // namespace
