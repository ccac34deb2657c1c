// SPDX-License-Identifier: GPL-3.0-or-later
// Any order of arrival gives the identical snapshot; on streams too long for the oracle.
#include "ingest/metrics/funnels.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <sstream>
#include <tuple>

namespace {

using namespace std::chrono_literals;
using ingest::FunnelSnapshot;
using ingest::Second;
using ingest::Seconds;
using ingest::Timestamp;
using ingest::config::SignalConfiguration;
using ingest::config::StepOrder;
using ingest::metrics::Funnels;
using ingest::metrics::StepMask;

constexpr Second kFunnelsDisorderStart{std::chrono::seconds{1'760'000'000}};
constexpr int kStreams = test::kSanitized ? 6 : 20;
constexpr int kEvents = 2000;
constexpr int kPermutations = 5;

struct StreamEvent
{
    std::uint64_t key;
    Timestamp time;
    std::array<StepMask, 3> masks;
    std::array<std::uint32_t, 3> values;
};

std::array<SignalConfiguration, 3> oneOfEachOrder()
{
    std::array<SignalConfiguration, 3> signals;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        signals[i].steps.resize(3);
        signals[i].order = static_cast<StepOrder>(i);
        signals[i].within = std::array{10min, 1min, 60min}[i];
        signals[i].by = {"country"};
    }
    return signals;
}

std::chrono::milliseconds anyTime(std::mt19937_64 &random)
{
    return std::chrono::milliseconds{random() % (20 * 3'600'000)};
}

// Within three seconds every hour: some events of a second belong to a journey that others of it
// just miss.
std::chrono::milliseconds crowdedTime(std::mt19937_64 &random)
{
    return (random() % 19) * 1h + std::chrono::milliseconds{random() % 3'000};
}

template <class Spread>
std::vector<StreamEvent> randomEvents(std::mt19937_64 &random, Spread spreadOf)
{
    std::vector<StreamEvent> events;
    const std::uint64_t keys = 20 + random() % 100; // below the cap of 256 events each
    for (int i = 0; i < kEvents; ++i) {
        // Often in whole seconds, so that events of a journey share instants.
        const auto spread = spreadOf(random);
        const bool whole = random() % 2 == 0;
        StreamEvent event{random() % keys, kFunnelsDisorderStart + spread, {}, {}};
        if (whole)
            event.time = ingest::bucketOf(event.time);
        for (std::size_t funnel = 0; funnel < 3; ++funnel) {
            event.masks[funnel] = random() % 4 == 0 ? 0 : StepMask{1} << random() % 3;
            event.values[funnel] = static_cast<std::uint32_t>(random() % 3);
        }
        events.push_back(event);
    }
    return events;
}

void write(std::ostream &out, const FunnelSnapshot &snapshot)
{
    for (const auto &step : snapshot.steps)
        out << step.journeys << ' ' << step.medianSeconds.value_or(-1) << ' ';
    out << snapshot.inFlight << ' ' << snapshot.settled << ' '
        << snapshot.settledConversion.value_or(-1) << ' ' << snapshot.matured << ' '
        << snapshot.maturedConversion.value_or(-1) << ' ' << snapshot.nowcast.value_or(-1) << ' '
        << snapshot.maturing.count() << ' ' << snapshot.bounded;
    for (const auto &point : snapshot.series.points)
        out << ' ' << point.entered << '/' << point.converted << '/' << point.stillToConvert;
    out << '\n';
}

void record(const StreamEvent &event, Funnels &funnels)
{
    funnels.record(event.key * 0x9e3779b97f4a7c15, event.time, event.masks, event.values);
}

std::string outcomeOf(Funnels &funnels)
{
    const Second asOf = kFunnelsDisorderStart + 20h;
    funnels.advanceTo(asOf);
    std::ostringstream out;
    for (std::size_t funnel = 0; funnel < funnels.funnels(); ++funnel)
        for (const ingest::Window window : ingest::kWindows) {
            write(out, funnels.snapshot(funnel, window, asOf));
            for (const auto &value : funnels.breakdown(funnel, 0, window, asOf)) {
                out << value.value << ": ";
                write(out, value.funnel);
            }
        }
    return out.str();
}

// Every event comes after its second.
std::string outcome(const std::vector<StreamEvent> &events, std::uint64_t seed)
{
    Funnels funnels(oneOfEachOrder(), {}, seed);
    funnels.advanceTo(kFunnelsDisorderStart + 20h);
    for (const StreamEvent &event : events)
        record(event, funnels);
    return outcomeOf(funnels);
}

TEST(FunnelsUnderDisorder, AnyOrderOfArrivalGivesTheSame)
{
    const std::uint64_t seed = std::random_device{}();
    for (int stream = 0; stream < kStreams; ++stream) {
        SCOPED_TRACE(testing::Message() << "seed " << seed + static_cast<unsigned>(stream));
        std::mt19937_64 random(seed + static_cast<unsigned>(stream));
        std::vector<StreamEvent> events = randomEvents(random, anyTime);
        std::ranges::sort(events, {}, &StreamEvent::time);
        const std::string inOrder = outcome(events, 1);
        for (int i = 0; i < kPermutations; ++i) {
            std::ranges::shuffle(events, random);
            ASSERT_TRUE(outcome(events, random()) == inOrder);
        }
    }
}

TEST(FunnelsUnderDisorder, WhatIsDueInOneSecondComesToTheSameAsOneByOne)
{
    const std::uint64_t seed = std::random_device{}();
    for (int stream = 0; stream < kStreams; ++stream) {
        SCOPED_TRACE(testing::Message() << "seed " << seed + static_cast<unsigned>(stream));
        std::mt19937_64 random(seed + static_cast<unsigned>(stream));
        std::vector<StreamEvent> events = randomEvents(random, crowdedTime);
        const std::string oneByOne = outcome(events, 1);
        std::ranges::stable_sort(events, {}, [](const StreamEvent &event) {
            return ingest::bucketOf(event.time); // within each second as they came: in any order
        });
        Funnels funnels(oneOfEachOrder(), {}, random());
        for (const StreamEvent &event : events) {
            funnels.advanceTo(ingest::bucketOf(event.time) - 1s);
            record(event, funnels);
        }
        ASSERT_TRUE(outcomeOf(funnels) == oneByOne);
    }
}

// What came late waits for some more of its kind: whatever cap is reached, that never shows.
TEST(FunnelsUnderDisorder, LookingInBetweenChangesNothing)
{
    const std::uint64_t seed = std::random_device{}();
    for (int stream = 0; stream < kStreams; ++stream) {
        SCOPED_TRACE(testing::Message() << "seed " << seed + static_cast<unsigned>(stream));
        std::mt19937_64 random(seed + static_cast<unsigned>(stream));
        const auto events = randomEvents(random, stream % 2 == 0 ? anyTime : crowdedTime);
        ingest::config::Limits limits;
        limits.journeys = std::array<std::size_t, 3>{20, 1'500, 1'000'000}[random() % 3];
        limits.journeyEvents = std::array<std::size_t, 3>{2, 9, 256}[random() % 3];
        Funnels unseen(oneOfEachOrder(), limits, 1);
        Funnels watched(oneOfEachOrder(), limits, 1);
        for (Funnels *funnels : {&unseen, &watched})
            funnels->advanceTo(kFunnelsDisorderStart + 20h);
        for (const StreamEvent &event : events) {
            record(event, unseen);
            record(event, watched);
            if (random() % 8 == 0)
                std::ignore = watched.journeys();
        }
        ASSERT_TRUE(outcomeOf(unseen) == outcomeOf(watched));
        EXPECT_EQ(unseen.evictedJourneys(), watched.evictedJourneys());
        EXPECT_EQ(unseen.boundedJourneys(), watched.boundedJourneys());
        EXPECT_EQ(unseen.valueOverflow(), watched.valueOverflow());
    }
}

TEST(FunnelsUnderDisorder, AdvancingInStepsIsAdvancingAtOnce)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    std::vector<StreamEvent> events = randomEvents(random, anyTime);
    std::ranges::sort(events, {}, &StreamEvent::time);
    Funnels steps(oneOfEachOrder(), {}, 1);
    for (const StreamEvent &event : events) {
        steps.advanceTo(ingest::bucketOf(event.time) - Seconds{random() % 10});
        record(event, steps);
    }
    Funnels atOnce(oneOfEachOrder(), {}, 2);
    for (const StreamEvent &event : events)
        record(event, atOnce);
    const Second asOf = kFunnelsDisorderStart + 20h;
    std::ostringstream a;
    std::ostringstream b;
    for (auto *funnels : {&steps, &atOnce}) {
        funnels->advanceTo(asOf);
        for (const ingest::Window window : ingest::kWindows)
            for (std::size_t funnel = 0; funnel < 3; ++funnel)
                write(funnels == &steps ? a : b, funnels->snapshot(funnel, window, asOf));
    }
    EXPECT_EQ(a.str(), b.str());
}

} // namespace
