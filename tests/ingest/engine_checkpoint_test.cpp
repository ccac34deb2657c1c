// SPDX-License-Identifier: GPL-3.0-or-later
// A restored engine is the engine: whatever follows, every snapshot is the same to the last byte.
#include "ingest/engine.h"
#include "ingest/evidence/kept_events.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/state/state_writer.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/paying_customers.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/ingest/support/snapshot_text.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <span>
#include <tuple>

namespace {

using namespace ingest;
using ConfigurationPointer = std::shared_ptr<const config::Configuration>;

// With heartbeats, goodbyes and refused frames among them.
std::vector<test::RawEvent> checkpointStream(std::uint64_t seed, const test::StreamShape &shape)
{
    std::mt19937_64 random(seed);
    std::vector<test::RawEvent> events;
    for (test::RawEvent &event : test::randomStream(seed, shape)) {
        test::RawEvent beat;
        beat.kind = random() % 8 == 0 ? wire::EventKind::goodbye : wire::EventKind::heartbeat;
        beat.source = event.source;
        beat.epoch = event.epoch;
        beat.arrival = event.arrival;
        beat.sequence = random() % 2000;
        events.push_back(std::move(event));
        if (random() % 20 == 0)
            events.push_back(std::move(beat));
    }
    return events;
}

void feedTo(Engine &engine, const test::RawEvent &event)
{
    test::EventView view;
    engine.accept(view.of(event));
    if (event.id.ends_with("7"))
        engine.reject({wire::Reason::badTime,
                       event.source,
                       event.epoch,
                       event.sequence,
                       event.arrival,
                       {},
                       "what was wrong",
                       false,
                       false});
    if (event.id.ends_with("99"))
        engine.acknowledge("declined", event.id);
}

// What the report does not tell.
std::string remainderOf(const Snapshot &snapshot)
{
    Snapshot copy = snapshot;
    state::StateWriter writer;
    writer(copy.incidents, copy.sources, copy.types, copy.freshness, copy.ledger, copy.startedAt,
           copy.engineTime, copy.eventsPerSecond);
    return writer.take();
}

void expectSameSnapshots(Engine &engine, Engine &restored, std::span<const Window> windows)
{
    for (const Window window : windows) {
        const auto before = engine.snapshot(window);
        const auto after = restored.snapshot(window);
        ASSERT_EQ(report::toJson(*before, true), report::toJson(*after, true));
        if (window == Window::oneHour) { // breakdowns second by second
            ASSERT_EQ(test::textOf(*before), test::textOf(*after));
        }
        ASSERT_EQ(remainderOf(*before), remainderOf(*after));
    }
    const Second minute = std::chrono::floor<std::chrono::minutes>(engine.now());
    auto rollups = engine.rollups(minute - Seconds{600}, Seconds{600}, true);
    auto again = restored.rollups(minute - Seconds{600}, Seconds{600}, true);
    state::StateWriter expected;
    state::StateWriter found;
    expected(rollups);
    found(again);
    ASSERT_EQ(expected.take(), found.take());
}

Engine restoredFrom(const ConfigurationPointer &configuration, const std::string &checkpoint)
{
    auto restored = Engine::restored(configuration, checkpoint);
    if (const auto *refusal = std::get_if<state::StateRefusal>(&restored))
        throw std::runtime_error(refusal->words);
    return std::get<Engine>(std::move(restored));
}

void expectSeamless(const ConfigurationPointer &configuration, std::uint64_t seed,
                    const test::StreamShape &shape)
{
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::vector<test::RawEvent> events = checkpointStream(seed, shape);
    std::mt19937_64 random(seed);
    Engine engine(configuration);
    const std::size_t prefix = random() % events.size();
    for (std::size_t i = 0; i < prefix; ++i) {
        feedTo(engine, events[i]);
        if (random() % 200 == 0)
            std::ignore = engine.snapshot(kWindows[random() % kWindows.size()]);
    }
    const std::string checkpoint = engine.checkpoint();
    Engine restored = restoredFrom(configuration, checkpoint);
    ASSERT_EQ(checkpoint, restored.checkpoint());
    ASSERT_NO_FATAL_FAILURE(expectSameSnapshots(engine, restored, kWindows));
    const auto expectSameInSome = [&] { // all of them would take most of the time
        const std::array some{kWindows[random() % kWindows.size()],
                              kWindows[random() % kWindows.size()]};
        expectSameSnapshots(engine, restored, some);
    };
    const std::size_t every = (events.size() - prefix) / 2 + 1;
    for (std::size_t i = prefix; i < events.size(); ++i) {
        feedTo(engine, events[i]);
        feedTo(restored, events[i]);
        if (random() % every == 0) {
            ASSERT_NO_FATAL_FAILURE(expectSameInSome());
        }
    }
    for (const Seconds later : {Seconds{20}, Seconds{3700}, Seconds{60 * 3600}}) {
        engine.advanceTo(*events.back().arrival + later);
        restored.advanceTo(*events.back().arrival + later);
        ASSERT_NO_FATAL_FAILURE(expectSameInSome());
    }
}

config::Configuration spacious()
{
    config::Configuration configuration = test::everySignal();
    configuration.incident = {Seconds{5}, Seconds{20}};
    configuration.experience.conversion = "checkout";
    configuration.limits.keptBytes = 0;
    return configuration;
}

// Every cap is reached.
config::Configuration tight()
{
    config::Configuration configuration = spacious();
    configuration.limits.types = 5;
    configuration.limits.sources = 2;
    configuration.limits.attributeValues = 4;
    configuration.limits.categories = 2;
    configuration.limits.journeys = 60;
    configuration.limits.journeyEvents = 2;
    configuration.limits.duplicateIds = 100;
    configuration.limits.uniques = 50;
    configuration.experience.conversion.clear();
    configuration.experience.revenue = "revenue";
    return configuration;
}

class EngineCheckpoint : public testing::TestWithParam<test::StreamShape>
{
protected:
    static constexpr std::uint64_t kSeeds = test::kSanitized ? 1 : 12;
};

TEST_P(EngineCheckpoint, isTheSameEngineWhateverFollows)
{
    const auto configuration = std::make_shared<const config::Configuration>(spacious());
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
        ASSERT_NO_FATAL_FAILURE(expectSeamless(configuration, seed, GetParam()));
}

TEST_P(EngineCheckpoint, isTheSameEngineWhereEveryCapIsReached)
{
    const auto configuration = std::make_shared<const config::Configuration>(tight());
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
        ASSERT_NO_FATAL_FAILURE(expectSeamless(configuration, seed, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Spans, EngineCheckpoint,
                         testing::Values(test::StreamShape{400, 50, true},
                                         test::StreamShape{600, 900, true},
                                         test::StreamShape{600, 3 * 3600, true},
                                         test::StreamShape{600, 30 * 3600, true}));

TEST(EngineCheckpointTest, EarlierEventsAreKeptAndCountedNowhere)
{
    const auto configuration = std::make_shared<const config::Configuration>(test::everyKind());
    const auto frameOf = [](const std::string &payload, double arrival) {
        wire::Frame frame;
        frame.payload = payload;
        frame.endpoint = "tcp://127.0.0.1:5556";
        frame.arrival = test::at(arrival);
        return frame;
    };
    const std::string cart =
        R"({"specversion":"1.0","id":"1","source":"/shop","type":"cart","session":"a"})";
    const std::string failed = R"({"source":"/shop","type":"payment.failed","reason":"declined"})";
    const std::string tooEarly = R"({"type":"cart","time":"2126-11-23T08:00:00Z"})";
    const std::string heartbeat = R"({"type":"bellwether.heartbeat","source":"/shop"})";
    const std::string noJson = "no json";
    const std::vector<wire::Frame> frames{frameOf(cart, 1),   frameOf(cart, 2), // a copy
                                          frameOf(failed, 3), frameOf(heartbeat, 3),
                                          frameOf(noJson, 4), frameOf(tooEarly, 5)};
    Engine whole(configuration, 1);
    whole.ingest(frames);
    auto restored = std::get<Engine>(Engine::restored(configuration, whole.checkpoint()));
    restored.keepEarlier(frames);
    EXPECT_EQ(restored.snapshot(Window::all)->kept->size(), 0u);
    restored.endEarlier();
    expectSameSnapshots(whole, restored, std::array{Window::all, Window::oneMinute});
    const auto keptBy = [](Engine &engine) {
        std::vector<std::tuple<std::uint64_t, Timestamp, std::uint64_t, std::uint32_t>> kept;
        engine.snapshot(Window::all)->kept->forEach([&](const auto &, const auto &record) {
            kept.emplace_back(record.number, record.time, record.journey, record.category);
        });
        return kept;
    };
    EXPECT_EQ(keptBy(whole).size(), 3u);
    EXPECT_EQ(keptBy(restored), keptBy(whole));
}

} // namespace
