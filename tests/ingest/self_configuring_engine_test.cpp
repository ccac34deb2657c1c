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

constexpr Timestamp kLearningStart{1'790'000'000s};

struct SentFrame
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

SentFrame sent(std::string_view type, int journey, Timestamp at)
{
    return {"{\"type\":\"" + std::string(type) + "\",\"session\":\"s" + std::to_string(journey) +
                "\",\"amount\":2.5,\"currency\":\"EUR\",\"load_ms\":" + std::to_string(journey) +
                "}",
            at};
}

// One journey a second through three steps; the third appears only after half a minute.
std::vector<SentFrame> traffic(int seconds)
{
    std::vector<SentFrame> out;
    for (int i = 0; i < seconds; ++i) {
        const Timestamp at = kLearningStart + std::chrono::seconds(i);
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

TEST(SelfConfiguringEngine, MarksDeploymentsThatNobodyConfigured)
{
    SelfConfiguringEngine tested{config::Configuration{}};
    const auto deploy = [&](int second, const char *version) {
        tested.ingest(SentFrame{R"({"type":"deployment.finished","source":"web","version":")" +
                                    std::string(version) + "\"}",
                                kLearningStart + std::chrono::seconds(second)}
                          .frame());
    };
    for (const SentFrame &each : traffic(70))
        tested.ingest(each.frame());
    deploy(75, "1.1");
    deploy(80, "1.2");
    tested.advanceTo(kLearningStart + 81s);
    const auto snapshot = tested.snapshot(Window::oneHour);
    EXPECT_FALSE(tested.learning());
    ASSERT_EQ(snapshot->markers.size(), 2u);
    EXPECT_EQ(snapshot->markers[1].title, "web 1.2");
    EXPECT_EQ(snapshot->markers[1].kind, config::MarkerKind::deploy);
}

TEST(SelfConfiguringEngine, WithSignalsItIsTheEngine)
{
    SelfConfiguringEngine tested(oneRate());
    Engine plain(std::make_shared<const config::Configuration>(oneRate()));
    EXPECT_FALSE(tested.learning());
    for (const SentFrame &each : traffic(100)) {
        tested.ingest(each.frame());
        plain.ingest(each.frame());
    }
    EXPECT_EQ(*tested.configuration(), oneRate());
    EXPECT_EQ(numbers(tested, kLearningStart + 100s), numbers(plain, kLearningStart + 100s));
}

TEST(SelfConfiguringEngine, NothingCountedWhileLearningIsLost)
{
    SelfConfiguringEngine tested({});
    for (const SentFrame &each : traffic(90))
        tested.ingest(each.frame());
    EXPECT_FALSE(tested.learning());
    Engine plain(tested.configuration());
    for (const SentFrame &each : traffic(90))
        plain.ingest(each.frame());
    EXPECT_EQ(numbers(tested, kLearningStart + 100s), numbers(plain, kLearningStart + 100s));
}

TEST(SelfConfiguringEngine, IsUsefulFromTheFirstEvent)
{
    SelfConfiguringEngine tested({});
    tested.ingest(sent("page.loaded", 1, kLearningStart).frame());
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
    for (const SentFrame &each : traffic(20))
        tested.ingest(each.frame());
    EXPECT_EQ(lastStep(), "payment.approved");
    for (const SentFrame &each : traffic(59))
        if (each.arrival >= kLearningStart + 20s)
            tested.ingest(each.frame());
    EXPECT_TRUE(tested.learning());
    EXPECT_EQ(lastStep(), "order.completed");
}

TEST(SelfConfiguringEngine, ABurstWithinOneSecondIsLearntWhole)
{
    SelfConfiguringEngine tested({});
    (void)tested.snapshot(Window::all);
    tested.ingest(sent("cart.item_added", 1, kLearningStart).frame());
    (void)tested.snapshot(Window::all);
    tested.ingest(sent("order.completed", 1, kLearningStart + 1ms).frame());
    EXPECT_EQ(tested.snapshot(Window::all)->configuration->experience.conversion, "conversion");
}

TEST(SelfConfiguringEngine, WhenItIsLookedAtChangesNoNumber)
{
    SelfConfiguringEngine often({});
    SelfConfiguringEngine seldom({});
    for (const SentFrame &each : traffic(40)) {
        often.advanceTo(each.arrival + 5ms);
        seldom.advanceTo(each.arrival + 5ms);
        often.ingest(each.frame());
        seldom.ingest(each.frame());
        (void)often.snapshot(Window::all);
    }
    EXPECT_TRUE(often.learning());
    EXPECT_EQ(numbers(often, kLearningStart + 50s), numbers(seldom, kLearningStart + 50s));
}

TEST(SelfConfiguringEngine, TrafficThatKeepsChangingIsSettledBeforeItCostsTooMuch)
{
    SelfConfiguringEngine tested({}, 100'000);
    int i = 0;
    for (; tested.learning() && i < 200; ++i) {
        tested.ingest(
            sent("type." + std::to_string(i), i, kLearningStart + std::chrono::milliseconds(i))
                .frame());
        (void)tested.snapshot(Window::all);
    }
    EXPECT_LT(i, 150);
    EXPECT_EQ(tested.snapshot(Window::all)->ledger.accepted, static_cast<std::uint64_t>(i));
}

TEST(SelfConfiguringEngine, FrozenItNoLongerChanges)
{
    SelfConfiguringEngine tested({});
    for (const SentFrame &each : traffic(61))
        tested.ingest(each.frame());
    ASSERT_FALSE(tested.learning());
    const config::Configuration before = *tested.configuration();
    for (int i = 0; i < 100; ++i)
        tested.ingest(
            sent("something.new", i, kLearningStart + 70s + std::chrono::seconds(i)).frame());
    EXPECT_EQ(*tested.configuration(), before);
}

TEST(SelfConfiguringEngine, BeyondItsMemoryItSettlesForWhatItKnows)
{
    SelfConfiguringEngine tested({}, 10'000);
    std::size_t frames = 0;
    for (const SentFrame &each : traffic(60)) {
        tested.ingest(each.frame());
        ++frames;
        if (!tested.learning())
            break;
    }
    EXPECT_FALSE(tested.learning());
    EXPECT_LT(frames, 60u);
    tested.advanceTo(kLearningStart + 60s);
    EXPECT_EQ(tested.snapshot(Window::all)->ledger.accepted, frames);
}

TEST(SelfConfiguringEngine, TicksWhileLearningAreReplayed)
{
    SelfConfiguringEngine tested({});
    std::vector<SentFrame> events = traffic(70);
    const auto play = [&events](auto &engine) {
        for (const SentFrame &each : events) {
            engine.advanceTo(each.arrival + 500ms);
            engine.ingest(each.frame());
        }
    };
    play(tested);
    Engine plain(tested.configuration());
    play(plain);
    EXPECT_EQ(tested.now(), plain.now());
    EXPECT_EQ(numbers(tested, kLearningStart + 80s), numbers(plain, kLearningStart + 80s));
}

TEST(SelfConfiguringEngine, ComparedNumbersDoDiffer)
{
    SelfConfiguringEngine all({});
    SelfConfiguringEngine most({});
    const std::vector<SentFrame> events = traffic(80);
    for (const SentFrame &each : events) {
        all.ingest(each.frame());
        if (&each != &events[5])
            most.ingest(each.frame());
    }
    EXPECT_NE(numbers(all, kLearningStart + 100s), numbers(most, kLearningStart + 100s));
}

TEST(SelfConfiguringEngine, GoesOnFromACheckpointWithWhatItHadLearnt)
{
    SelfConfiguringEngine engine({});
    const std::vector<SentFrame> all = traffic(200);
    for (std::size_t i = 0; i < all.size() / 2; ++i) {
        EXPECT_EQ(engine.checkpoint().has_value(), !engine.learning());
        engine.ingest(all[i].frame());
    }
    ASSERT_FALSE(engine.learning());
    config::Configuration given; // what does not count may have changed
    given.owners.push_back({"payments", "", "", {"payment.*"}, {}, {}});
    auto restored = SelfConfiguringEngine::restored(given, *engine.checkpoint());
    ASSERT_TRUE(std::holds_alternative<SelfConfiguringEngine>(restored));
    auto &again = std::get<SelfConfiguringEngine>(restored);
    EXPECT_FALSE(again.learning());
    EXPECT_EQ(again.configuration()->signals, engine.configuration()->signals);
    EXPECT_EQ(again.configuration()->owners, given.owners);
    EXPECT_TRUE(again.configuration()->suggested);
    for (std::size_t i = all.size() / 2; i < all.size(); ++i) {
        engine.ingest(all[i].frame());
        again.ingest(all[i].frame());
    }
    EXPECT_EQ(numbers(again, kLearningStart + 300s), numbers(engine, kLearningStart + 300s));
}

TEST(SelfConfiguringEngine, DoesNotGoOnWithOtherSignals)
{
    SelfConfiguringEngine engine(oneRate());
    config::Configuration other = oneRate();
    other.signals[0].name = "other";
    for (const config::Configuration &given : {other, config::Configuration{}}) {
        const auto restored = SelfConfiguringEngine::restored(given, *engine.checkpoint());
        const auto *refusal = std::get_if<state::StateRefusal>(&restored);
        ASSERT_NE(refusal, nullptr);
        EXPECT_EQ(refusal->reason, state::RefusedState::otherConfiguration);
    }
}

} // namespace
