// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/self_configuring_engine.h"

#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace std::chrono_literals;
using namespace ingest;

constexpr Timestamp kStart{1'790'000'000s};

struct Sent
{
    std::string payload;
    Timestamp arrival;

    [[nodiscard]] wire::Frame frame() const
    {
        wire::Frame out;
        out.payload = payload;
        out.endpoint = "tcp://127.0.0.1:5556";
        out.arrival = arrival;
        return out;
    }
};

Sent sent(std::string_view type, int journey, Timestamp at)
{
    return {"{\"type\":\"" + std::string(type) + "\",\"session\":\"s" + std::to_string(journey) +
                "\",\"amount\":2.5,\"currency\":\"EUR\",\"load_ms\":" + std::to_string(journey) +
                "}",
            at};
}

// One journey a second through three steps; the third appears only after half a minute.
std::vector<Sent> traffic(int seconds)
{
    std::vector<Sent> out;
    for (int i = 0; i < seconds; ++i) {
        const Timestamp at = kStart + std::chrono::seconds(i);
        out.push_back(sent("cart.item_added", i, at));
        out.push_back(sent("payment.approved", i, at + 10ms));
        if (i > 30)
            out.push_back(sent("order.completed", i, at + 20ms));
    }
    return out;
}

// The configuration in effect apart: the numbers.
std::string numbers(auto &engine, Timestamp at)
{
    engine.advanceTo(at);
    return report::toJson(*engine.snapshot(Window::all), true);
}

config::Configuration oneRate()
{
    config::SignalConfiguration rate;
    rate.name = "everything";
    config::Configuration configuration;
    configuration.signals = {rate};
    return configuration;
}

TEST(SelfConfiguringEngine, WithSignalsItIsTheEngine)
{
    SelfConfiguringEngine tested(oneRate());
    Engine plain(std::make_shared<const config::Configuration>(oneRate()));
    EXPECT_FALSE(tested.learning());
    for (const Sent &each : traffic(100)) {
        tested.ingest(each.frame());
        plain.ingest(each.frame());
    }
    EXPECT_EQ(*tested.configuration(), oneRate());
    EXPECT_EQ(numbers(tested, kStart + 100s), numbers(plain, kStart + 100s));
}

TEST(SelfConfiguringEngine, NothingCountedWhileLearningIsLost)
{
    SelfConfiguringEngine tested({});
    for (const Sent &each : traffic(90))
        tested.ingest(each.frame());
    EXPECT_FALSE(tested.learning());
    Engine plain(tested.configuration());
    for (const Sent &each : traffic(90))
        plain.ingest(each.frame());
    EXPECT_EQ(numbers(tested, kStart + 100s), numbers(plain, kStart + 100s));
}

TEST(SelfConfiguringEngine, IsUsefulFromTheFirstEvent)
{
    SelfConfiguringEngine tested({});
    tested.ingest(sent("page.loaded", 1, kStart).frame());
    const auto snapshot = tested.snapshot(Window::all);
    EXPECT_TRUE(tested.learning());
    EXPECT_TRUE(tested.configuration()->suggested);
    EXPECT_EQ(tested.configuration()->experience.latency, "page.loaded.load_ms");
    ASSERT_FALSE(snapshot->metrics->signals.empty());
    EXPECT_TRUE(snapshot->configuration->suggested);
}

TEST(SelfConfiguringEngine, TakesUpWhatAppearsLater)
{
    SelfConfiguringEngine tested({});
    const auto lastStep = [&tested] {
        (void)tested.snapshot(Window::all);
        for (const auto &signal : tested.configuration()->signals)
            if (signal.kind == config::SignalKind::funnel)
                return signal.steps.back().pattern;
        return std::string("no funnel");
    };
    for (const Sent &each : traffic(20))
        tested.ingest(each.frame());
    EXPECT_EQ(lastStep(), "payment.approved");
    for (const Sent &each : traffic(59))
        if (each.arrival >= kStart + 20s)
            tested.ingest(each.frame());
    EXPECT_TRUE(tested.learning());
    EXPECT_EQ(lastStep(), "order.completed");
}

TEST(SelfConfiguringEngine, ABurstWithinOneSecondIsLearntWhole)
{
    SelfConfiguringEngine tested({});
    (void)tested.snapshot(Window::all);
    tested.ingest(sent("cart.item_added", 1, kStart).frame());
    (void)tested.snapshot(Window::all);
    tested.ingest(sent("order.completed", 1, kStart + 1ms).frame());
    EXPECT_EQ(tested.snapshot(Window::all)->configuration->experience.conversion, "conversion");
}

TEST(SelfConfiguringEngine, WhenItIsLookedAtChangesNoNumber)
{
    SelfConfiguringEngine often({});
    SelfConfiguringEngine seldom({});
    for (const Sent &each : traffic(40)) {
        often.advanceTo(each.arrival + 5ms);
        seldom.advanceTo(each.arrival + 5ms);
        often.ingest(each.frame());
        seldom.ingest(each.frame());
        (void)often.snapshot(Window::all);
    }
    EXPECT_TRUE(often.learning());
    EXPECT_EQ(numbers(often, kStart + 50s), numbers(seldom, kStart + 50s));
}

TEST(SelfConfiguringEngine, TrafficThatKeepsChangingIsSettledBeforeItCostsTooMuch)
{
    SelfConfiguringEngine tested({}, 100'000);
    int i = 0;
    for (; tested.learning() && i < 200; ++i) {
        tested.ingest(
            sent("type." + std::to_string(i), i, kStart + std::chrono::milliseconds(i)).frame());
        (void)tested.snapshot(Window::all);
    }
    EXPECT_LT(i, 150);
    EXPECT_EQ(tested.snapshot(Window::all)->ledger.accepted, static_cast<std::uint64_t>(i));
}

TEST(SelfConfiguringEngine, FrozenItNoLongerChanges)
{
    SelfConfiguringEngine tested({});
    for (const Sent &each : traffic(61))
        tested.ingest(each.frame());
    ASSERT_FALSE(tested.learning());
    const config::Configuration before = *tested.configuration();
    for (int i = 0; i < 100; ++i)
        tested.ingest(sent("something.new", i, kStart + 70s + std::chrono::seconds(i)).frame());
    EXPECT_EQ(*tested.configuration(), before);
}

TEST(SelfConfiguringEngine, BeyondItsMemoryItSettlesForWhatItKnows)
{
    SelfConfiguringEngine tested({}, 10'000);
    std::size_t frames = 0;
    for (const Sent &each : traffic(60)) {
        tested.ingest(each.frame());
        ++frames;
        if (!tested.learning())
            break;
    }
    EXPECT_FALSE(tested.learning());
    EXPECT_LT(frames, 60u);
    tested.advanceTo(kStart + 60s);
    EXPECT_EQ(tested.snapshot(Window::all)->ledger.accepted, frames);
}

TEST(SelfConfiguringEngine, TicksWhileLearningAreReplayed)
{
    SelfConfiguringEngine tested({});
    std::vector<Sent> events = traffic(70);
    const auto play = [&events](auto &engine) {
        for (const Sent &each : events) {
            engine.advanceTo(each.arrival + 500ms);
            engine.ingest(each.frame());
        }
    };
    play(tested);
    Engine plain(tested.configuration());
    play(plain);
    EXPECT_EQ(tested.now(), plain.now());
    EXPECT_EQ(numbers(tested, kStart + 80s), numbers(plain, kStart + 80s));
}

TEST(SelfConfiguringEngine, ComparedNumbersDoDiffer)
{
    SelfConfiguringEngine all({});
    SelfConfiguringEngine most({});
    const std::vector<Sent> events = traffic(80);
    for (const Sent &each : events) {
        all.ingest(each.frame());
        if (&each != &events[5])
            most.ingest(each.frame());
    }
    EXPECT_NE(numbers(all, kStart + 100s), numbers(most, kStart + 100s));
}

} // namespace
