// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/inference.h"

#include "ingest/config/configuration_file.h"
#include "ingest/wire/event.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace {

using namespace std::chrono_literals;
using ingest::Inference;
using ingest::Timestamp;
using ingest::config::Configuration;
using ingest::config::SignalConfiguration;
using ingest::config::SignalKind;
using ingest::wire::Event;

constexpr Timestamp kInferenceStart{1'790'000'000s};

struct Given
{
    std::string type;
    std::string journey;
    ingest::Nanoseconds at{0};
    bool failed = false;
    bool money = false;
    std::string latency{};
};

void observe(Inference &inference, const Given &given)
{
    Event event;
    event.type = given.type;
    event.journey = given.journey;
    event.time = kInferenceStart + given.at;
    if (given.failed)
        event.failure.emplace();
    if (given.money)
        event.money = ingest::wire::Money{1999, {}};
    if (!given.latency.empty())
        event.numbers.push_back({given.latency, "12.5", 12.5, ingest::wire::ValueKind::number});
    inference.observe(event, kInferenceStart + given.at);
}

void shopVisit(Inference &inference, const std::string &journey, bool pays)
{
    observe(inference, {"page.loaded", journey, 0s, false, false, "lcp_ms"});
    observe(inference, {"cart.item_added", journey, 1s});
    if (!pays) {
        observe(inference, {"payment.failed", journey, 2s, true, true});
        return;
    }
    observe(inference, {"payment.approved", journey, 2s, false, true});
    observe(inference, {"order.completed", journey, 3s, false, true});
}

Configuration shopSuggestion()
{
    Inference inference;
    for (int i = 0; i < 20; ++i)
        shopVisit(inference, std::to_string(i), i % 5 != 0);
    return inference.suggestion({});
}

const SignalConfiguration &signalNamed(const Configuration &configuration, std::string_view name)
{
    const auto found = std::ranges::find(configuration.signals, name, &SignalConfiguration::name);
    if (found == configuration.signals.end())
        throw std::out_of_range("no signal " + std::string(name));
    return *found;
}

TEST(Inference, NothingObservedSuggestsNothing)
{
    Configuration base;
    base.limits.types = 7;
    EXPECT_EQ(Inference().suggestion(base), base);
}

TEST(Inference, EveryTypeBecomesARate)
{
    const Configuration suggested = shopSuggestion();
    for (const char *type :
         {"page.loaded", "cart.item_added", "payment.failed", "payment.approved"}) {
        const SignalConfiguration &signal = signalNamed(suggested, type);
        EXPECT_EQ(signal.kind, SignalKind::rate);
        ASSERT_EQ(signal.events.size(), 1u);
        EXPECT_EQ(signal.events[0].pattern, type);
    }
    EXPECT_TRUE(suggested.suggested);
}

TEST(Inference, FailedBesideApprovedBecomesARatioAndTheSuccessRole)
{
    const Configuration suggested = shopSuggestion();
    const SignalConfiguration &ratio = signalNamed(suggested, "payment_success");
    EXPECT_EQ(ratio.kind, SignalKind::ratio);
    EXPECT_EQ(ratio.good.at(0).pattern, "payment.approved");
    EXPECT_EQ(ratio.bad.at(0).pattern, "payment.failed");
    EXPECT_EQ(suggested.experience.success, "payment_success");
}

TEST(Inference, AnEndWithoutItsOppositeIsNoRatio)
{
    EXPECT_THROW(signalNamed(shopSuggestion(), "order_success"), std::out_of_range);
}

TEST(Inference, TheTravelledPathWithoutFailuresBecomesTheFunnel)
{
    const Configuration suggested = shopSuggestion();
    const SignalConfiguration &funnel = signalNamed(suggested, suggested.experience.conversion);
    std::vector<std::string> steps;
    for (const auto &step : funnel.steps)
        steps.push_back(step.pattern);
    EXPECT_THAT(steps, testing::ElementsAre("page.loaded", "cart.item_added", "payment.approved",
                                            "order.completed"));
}

TEST(Inference, RevenueIsTheSumAtTheLastStep)
{
    const Configuration suggested = shopSuggestion();
    const SignalConfiguration &revenue = signalNamed(suggested, suggested.experience.revenue);
    EXPECT_EQ(revenue.kind, SignalKind::sum);
    EXPECT_EQ(revenue.events.at(0).pattern, "order.completed");
    EXPECT_EQ(signalNamed(suggested, "payment.approved.amount").kind, SignalKind::sum);
}

TEST(Inference, NumbersInMillisecondsBecomeLatenciesWithKnownThresholds)
{
    const Configuration suggested = shopSuggestion();
    const SignalConfiguration &latency = signalNamed(suggested, "page.loaded.lcp_ms");
    EXPECT_EQ(latency.kind, SignalKind::latency);
    EXPECT_EQ(latency.field, "lcp_ms");
    EXPECT_THAT(latency.thresholdsMs, testing::ElementsAre(2500, 4000));
    EXPECT_EQ(suggested.experience.latency, "page.loaded.lcp_ms");
}

TEST(Inference, JourneysGiveTheActiveRole)
{
    const Configuration suggested = shopSuggestion();
    EXPECT_EQ(signalNamed(suggested, suggested.experience.active).kind, SignalKind::uniques);
    Inference without;
    observe(without, {"tick", ""});
    EXPECT_TRUE(without.suggestion({}).experience.active.empty());
}

std::vector<std::string> markedTypes(const Configuration &configuration)
{
    std::vector<std::string> types;
    for (const auto &marker : configuration.markers)
        for (const auto &filter : marker.events)
            types.push_back(filter.pattern);
    return types;
}

TEST(Inference, UsualTypesOfDeploymentToolsAreMarkersThoughNoneCameYet)
{
    Inference inference;
    shopVisit(inference, "j", true);
    const std::vector<std::string> types = markedTypes(inference.suggestion({}));
    EXPECT_THAT(types, testing::IsSupersetOf({"*.deployed", "deployment.finished", "release.*",
                                              "feature_flag.*", "campaign.started"}));
}

TEST(Inference, WhatCustomersDoIsNoMarker)
{
    Inference inference;
    for (int i = 0; i < 6; ++i)
        observe(inference, {"release.played", "j", 1s * i});
    observe(inference, {"shop.deployed", {}, 1s});
    const std::vector<std::string> types = markedTypes(inference.suggestion({}));
    EXPECT_THAT(types, testing::Contains("*.deployed"));
    EXPECT_THAT(types, testing::Not(testing::Contains("release.*")));
}

TEST(Inference, ConfiguredMarkersStay)
{
    Inference inference;
    shopVisit(inference, "j", true);
    Configuration base;
    base.markers = {{{{"flag.changed", {}}}, ingest::config::MarkerKind::note, "{flag}"}};
    EXPECT_EQ(inference.suggestion(base).markers, base.markers);
}

TEST(Inference, TheSuggestionIsAValidFile)
{
    Configuration suggested = shopSuggestion();
    const auto result =
        ingest::config::parseConfiguration(ingest::config::toToml(suggested), "suggested.toml");
    ASSERT_TRUE(std::holds_alternative<Configuration>(result));
    suggested.suggested = false;
    EXPECT_EQ(std::get<Configuration>(result), suggested);
}

TEST(Inference, AThousandTypesWithFiftyLatenciesStayAValidFile)
{
    Inference inference;
    for (int type = 0; type < 1000; ++type)
        for (int number = 0; number < 60; ++number)
            observe(inference, {"type" + std::to_string(type), "j" + std::to_string(type % 9), 0s,
                                type % 3 == 0, true, "n" + std::to_string(number) + "_ms"});
    const Configuration suggested = inference.suggestion({});
    EXPECT_LE(suggested.signals.size(), 200u);
    const auto result =
        ingest::config::parseConfiguration(ingest::config::toToml(suggested), "suggested.toml");
    EXPECT_TRUE(std::holds_alternative<Configuration>(result));
}

TEST(Inference, FreezesAfterSixtySecondsOfArrival)
{
    Inference inference;
    observe(inference, {"a", "1", 0s});
    observe(inference, {"a", "1", 60s - 1ns});
    EXPECT_FALSE(inference.frozen());
    observe(inference, {"b", "1", 60s});
    EXPECT_TRUE(inference.frozen());
    const Configuration suggested = inference.suggestion({});
    observe(inference, {"c", "1", 61s});
    EXPECT_EQ(inference.suggestion({}), suggested);
}

TEST(Inference, FreezesAtTwoThousandJourneys)
{
    Inference inference;
    for (int i = 0; i < 1999; ++i)
        observe(inference, {"a", std::to_string(i)});
    EXPECT_FALSE(inference.frozen());
    observe(inference, {"a", "one more"});
    EXPECT_TRUE(inference.frozen());
}

TEST(Inference, HeartbeatsAreNoEvents)
{
    Inference inference;
    Event beat;
    beat.kind = ingest::wire::EventKind::heartbeat;
    beat.type = "bellwether.heartbeat";
    inference.observe(beat, kInferenceStart);
    EXPECT_TRUE(inference.suggestion({}).signals.empty());
}

TEST(Inference, TheOrderOfArrivalChangesNothing)
{
    std::vector<Given> events;
    for (int i = 0; i < 60; ++i) {
        const std::string journey = std::to_string(i);
        for (int step = 0; step <= i % 4; ++step)
            events.push_back({"step" + std::to_string(step), journey,
                              ingest::Nanoseconds(1'000'000 * (i * 10 + step)), step == 2,
                              step == 3, step == 1 ? "x_ms" : ""});
    }
    const auto suggestionOf = [](const std::vector<Given> &given) {
        Inference inference;
        for (const Given &each : given)
            observe(inference, each);
        return inference.suggestion({});
    };
    const Configuration expected = suggestionOf(events);
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::shuffle(events.begin(), events.end(), std::mt19937(seed));
        EXPECT_EQ(suggestionOf(events), expected) << "seed " << seed;
    }
}

} // namespace
