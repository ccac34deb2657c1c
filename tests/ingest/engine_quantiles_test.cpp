// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's quantiles against the values of their ranks, in every window, whatever the values
// are distributed like and in whatever order they come.
#include "ingest/config/configuration.h"
#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "tests/ingest/oracle/event_log.h"
#include "tests/ingest/oracle/latency_agreement.h"
#include "tests/ingest/oracle/metrics_oracle.h"
#include "tests/ingest/support/raw_event.h"
#include "tests/ingest/support/snapshot_text.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace ingest;

using Random = std::mt19937_64;

// Seconds of the stream at which somebody asks: a window is nearly empty, full, rolling, and a day
// of minutes has lost its first hours.
constexpr std::array kAskedAt{70.0, 3'000.5, 8'100.0, 100'000.0, 115'230.25};

struct Latencies
{
    const char *name;
    double (*drawMs)(Random &);
};

double uniform(Random &random, double from, double to)
{
    return std::uniform_real_distribution(from, to)(random);
}

// Within a few last bits of the boundary of a bucket, up to half an hour.
double atABoundary(Random &random)
{
    const double boundary = std::exp2(static_cast<double>(random() % (31 * 64)) / 64) / 1000;
    const auto off = static_cast<double>(random() % 7) - 3;
    return boundary * (1 + off * 2e-16);
}

constexpr double kMostMs = 3'600'000;

double heavyTail(Random &random)
{
    return std::min(kMostMs, 5 / std::pow(1 - uniform(random, 0, 1), 1 / 1.1));
}

const std::array kLatencies{
    Latencies{"uniform", [](Random &r) { return uniform(r, 0.001, 10'000); }},
    Latencies{"exponential", [](Random &r) { return std::exponential_distribution(1 / 250.0)(r); }},
    Latencies{"logNormal", [](Random &r) { return std::lognormal_distribution(6.0, 1.5)(r); }},
    Latencies{"twoModes",
              [](Random &r) {
                  return std::normal_distribution(r() % 20 < 19 ? 80.0 : 30'000.0, 5.0)(r);
              }},
    Latencies{"constant", [](Random &) { return 123.456; }},
    Latencies{"heavyTail", heavyTail},
    Latencies{"belowAMicrosecond", [](Random &r) { return uniform(r, 1e-9, 0.001); }},
    Latencies{"aroundAMicrosecond", [](Random &r) { return uniform(r, 0.0005, 0.0015); }},
    Latencies{"atBoundaries", atABoundary},
    Latencies{"wholeMilliseconds", [](Random &r) { return static_cast<double>(r() % 40); }},
    Latencies{"growing", [](Random &r) { return std::exp2(uniform(r, 0, 31)) / 1000; }},
};

config::Configuration pagesByCountry()
{
    config::Configuration configuration;
    config::SignalConfiguration &signal = configuration.signals.emplace_back();
    signal.name = "lcp";
    signal.kind = config::SignalKind::latency;
    signal.events = {{"page.loaded", {}}};
    signal.field = "lcp_ms";
    signal.by = {"country"};
    return configuration;
}

// Seconds after its own time: most at once, some by a clock that is ahead, some minutes and some
// hours late.
double delay(Random &random)
{
    const std::uint64_t kind = random() % 20;
    if (kind < 12)
        return uniform(random, 0, 1);
    if (kind < 15)
        return uniform(random, -9, 0);
    return kind < 18 ? uniform(random, 1, 1'200) : uniform(random, 1, 72'000);
}

// As they arrive; before each instant asked for, as many in the last minute as in the hour around
// an hour before.
std::vector<test::RawEvent> pagesLoaded(Random &random, const Latencies &latencies)
{
    std::vector<test::RawEvent> events;
    for (const double asked : kAskedAt)
        for (int i = 0; i < (test::kSanitized ? 150 : 600); ++i) {
            const double age = std::exp(uniform(random, std::log(0.2), std::log(asked)));
            test::RawEvent &event = events.emplace_back();
            event.type = "page.loaded";
            event.time = test::at(asked - age);
            event.arrival = test::at(std::max(0.0, asked - age + delay(random)));
            event.numbers = {{"lcp_ms", std::abs(latencies.drawMs(random))}};
            event.attributes = {{"country", std::string(1, "AABC"[random() % 4])}};
        }
    std::ranges::stable_sort(events, {}, &test::RawEvent::arrival);
    return events;
}

void expectEveryWindow(Engine &engine, const oracle::EventLog &log,
                       const config::Configuration &configuration, std::uint64_t least)
{
    for (const Window window : kWindows) {
        const auto snapshot = engine.snapshot(window);
        SCOPED_TRACE(testing::Message()
                     << "window " << nameOf(window) << " at "
                     << (snapshot->asOf.time_since_epoch() - test::at(0).time_since_epoch()) /
                            std::chrono::seconds{1});
        const Metrics exact = oracle::metricsOf(log, configuration, window, snapshot->asOf);
        ASSERT_EQ(test::textOf(exact, {false}), test::textOf(*snapshot->metrics, {false}));
        oracle::expectLatency(exact.signals.at(0), snapshot->metrics->signals.at(0));
        ASSERT_GE(std::get<LatencySnapshot>(exact.signals.at(0).value).count, least);
    }
}

class EngineQuantiles : public testing::TestWithParam<Latencies>
{
};

TEST_P(EngineQuantiles, AreThoseOfTheRanksInEveryWindow)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Random random(seed);
    const std::vector<test::RawEvent> events = pagesLoaded(random, GetParam());
    const auto configuration = std::make_shared<const config::Configuration>(pagesByCountry());
    Engine engine(configuration);
    oracle::EventLog log;
    test::EventView view;
    auto next = events.begin();
    const auto askAt = [&](Timestamp instant, std::uint64_t least) {
        for (; next != events.end() && *next->arrival <= instant; ++next) {
            engine.accept(view.of(*next));
            log.add(*next);
        }
        engine.advanceTo(instant);
        expectEveryWindow(engine, log, *configuration, least);
    };
    for (const double asked : kAskedAt)
        ASSERT_NO_FATAL_FAILURE(askAt(test::at(asked), 20));
    ASSERT_NO_FATAL_FAILURE(askAt(*events.back().arrival + std::chrono::seconds{10}, 0));
    ASSERT_EQ(next, events.end());
}

INSTANTIATE_TEST_SUITE_P(Distributions, EngineQuantiles, testing::ValuesIn(kLatencies),
                         [](const auto &param) { return std::string(param.param.name); });

} // namespace
