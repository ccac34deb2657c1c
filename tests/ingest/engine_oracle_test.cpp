// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against the oracle on hostile random streams, at random instants and in every window.
#include "ingest/engine.h"
#include "tests/ingest/oracle/funnel_agreement.h"
#include "tests/ingest/oracle/latency_agreement.h"
#include "tests/ingest/oracle/metrics_oracle.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/ingest/support/snapshot_text.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace {

using namespace ingest;

std::string attributeOf(const test::RawEvent &raw, std::string_view name)
{
    for (const auto &[key, text] : raw.attributes)
        if (key == name)
            return text;
    return {};
}

// Of test::everySignal().
std::vector<Marker> markersOf(const oracle::EventLog &log, Second asOf)
{
    std::set<Marker> all;
    for (const oracle::Kept &kept : log.kept()) {
        const test::RawEvent &raw = *kept.raw;
        const Second at = std::chrono::ceil<Seconds>(kept.time);
        if (raw.type != "order.completed" || attributeOf(raw, "country") != "DE")
            continue;
        const std::string page = attributeOf(raw, "page");
        const std::string platform = attributeOf(raw, "platform");
        std::string title =
            page.empty() || platform.empty() ? page + platform : page + ' ' + platform;
        if (title.empty())
            title = raw.type;
        all.insert({at, config::MarkerKind::launch, title});
    }
    while (all.size() > kShownMarkers)
        all.erase(all.begin());
    std::erase_if(all, [asOf](const Marker &marker) { return marker.at > asOf; });
    return {all.begin(), all.end()};
}

void expectAgreement(Engine &engine, const oracle::EventLog &log,
                     const config::Configuration &configuration,
                     const oracle::ExpectedFunnels &funnels, Window window,
                     std::optional<Seconds> step = std::nullopt)
{
    const auto snapshot = engine.snapshot(window, step);
    SCOPED_TRACE("window " + std::string(nameOf(window)) + " at " +
                 std::to_string(snapshot->asOf.time_since_epoch().count()) + " by " +
                 std::to_string(step.value_or(Seconds{0}).count()));
    const Metrics expected = oracle::metricsOf(log, configuration, window, snapshot->asOf, step);
    ASSERT_EQ(test::textOf(expected, {false}), test::textOf(*snapshot->metrics, {false}));
    for (std::size_t i = 0; i < expected.signals.size(); ++i)
        if (expected.signals[i].kind == config::SignalKind::latency)
            oracle::expectLatency(expected.signals[i], snapshot->metrics->signals[i]);
    funnels.expectIn(*snapshot);
    EXPECT_EQ(markersOf(log, snapshot->asOf), snapshot->markers);
    const LedgerSnapshot &ledger = snapshot->ledger;
    EXPECT_EQ(ledger.accepted, log.kept().size());
    EXPECT_EQ(ledger.duplicate, log.duplicates());
    EXPECT_EQ(ledger.received, ledger.accepted + ledger.duplicate + ledger.malformedTotal());
    EXPECT_EQ(ledger.accepted, ledger.inWindows + ledger.tooLate);
}

oracle::ExpectedFunnels funnelsOf(const Engine &engine, const oracle::EventLog &log,
                                  const config::Configuration &configuration)
{
    return {configuration, log, std::chrono::floor<Seconds>(engine.now())};
}

class EngineOracle : public testing::TestWithParam<test::StreamShape>
{
};

TEST_P(EngineOracle, agreesAtRandomInstantsInEveryWindow)
{
    const auto configuration = std::make_shared<const config::Configuration>(test::everySignal());
    for (std::uint64_t seed = 1; seed <= (test::kSanitized ? 2 : 6); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const std::vector<test::RawEvent> events = test::randomStream(seed, GetParam());
        std::mt19937_64 random(seed);
        Engine engine(configuration);
        oracle::EventLog log;
        test::EventView view;
        const std::size_t every = events.size() / 5;
        std::size_t next = random() % every;
        for (std::size_t i = 0; i < events.size(); ++i) {
            engine.accept(view.of(events[i]));
            log.add(events[i]);
            if (i != next)
                continue;
            next += 1 + random() % (2 * every);
            const auto funnels = funnelsOf(engine, log, *configuration);
            for (const Window window : kWindows)
                ASSERT_NO_FATAL_FAILURE(
                    expectAgreement(engine, log, *configuration, funnels, window));
        }
        engine.advanceTo(*events.back().arrival + std::chrono::seconds{20});
        const auto funnels = funnelsOf(engine, log, *configuration);
        for (const Window window : kWindows)
            ASSERT_NO_FATAL_FAILURE(expectAgreement(engine, log, *configuration, funnels, window));
    }
}

TEST_P(EngineOracle, agreesInSecondsAndMinutes)
{
    const auto configuration = std::make_shared<const config::Configuration>(test::everySignal());
    const std::vector<test::RawEvent> events = test::randomStream(7, GetParam()); // the seed
    Engine engine(configuration);
    oracle::EventLog log;
    test::EventView view;
    for (std::size_t i = 0; i < events.size(); ++i) {
        engine.accept(view.of(events[i]));
        log.add(events[i]);
        if (i % (events.size() / 2) != events.size() / 3)
            continue;
        const auto funnels = funnelsOf(engine, log, *configuration);
        for (const Window window : kWindows)
            for (const Seconds step : {Seconds{1}, Seconds{60}})
                if (window != Window::oneDay || step == Seconds{60}) {
                    ASSERT_NO_FATAL_FAILURE(
                        expectAgreement(engine, log, *configuration, funnels, window, step));
                }
    }
}

INSTANTIATE_TEST_SUITE_P(Spans, EngineOracle,
                         testing::Values(test::StreamShape{500, 50, true},
                                         test::StreamShape{1000, 900, true},
                                         test::StreamShape{1500, 3 * 3600, true},
                                         test::StreamShape{1500, 20 * 3600, true}));

} // namespace
