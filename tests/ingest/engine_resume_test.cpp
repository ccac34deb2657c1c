// SPDX-License-Identifier: GPL-3.0-or-later
// An engine that was saved and goes on later: what it counts is what one run would have counted
// that never stopped, and the time away is not observed.
#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "ingest/state/state_writer.h"
#include "tests/ingest/support/random_stream.h"
#include "tests/support/sanitized.h"

#include <gtest/gtest.h>

#include <random>
#include <span>

namespace {

using namespace ingest;
using namespace std::chrono_literals;

Engine resumedFrom(const Engine &engine,
                   const std::shared_ptr<const config::Configuration> &configuration, Timestamp at)
{
    auto restored = Engine::restored(configuration, engine.checkpoint());
    auto &resumed = std::get<Engine>(restored);
    resumed.resumeAt(at);
    return std::move(resumed);
}

// Everything counted, without what was observed of it: that differs.
std::string countedBy(Engine &engine)
{
    state::StateWriter writer;
    const Second minute = std::chrono::floor<std::chrono::minutes>(engine.now());
    for (Rollup &row : engine.rollups(minute - 3600s, 3600s, true))
        if (row.signal != kObservedName)
            writer(row);
    for (const Window window : {Window::fiveMinutes, Window::oneHour, Window::oneDay, Window::all})
        for (const SignalSnapshot &signal : engine.snapshot(window)->metrics->signals)
            if (const auto *funnel = std::get_if<FunnelSnapshot>(&signal.value))
                writer(*funnel);
    return writer.take();
}

struct Seam
{
    std::size_t events; // before it
    Nanoseconds away;   // how much later everything after it is
};

class EngineResume : public testing::TestWithParam<Seam>
{
};

TEST_P(EngineResume, countsAndFunnelsAreThoseOfOneRunThatNeverStopped)
{
    const auto configuration = std::make_shared<const config::Configuration>(test::everySignal());
    for (std::uint64_t seed = 1; seed <= (test::kSanitized ? 1 : 5); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        auto events = test::randomStream(seed, {600, 900, false});
        Engine unbroken(configuration);
        test::EventView view;
        const std::span all(events);
        for (const test::RawEvent &event : all.first(GetParam().events))
            unbroken.accept(view.of(event));
        const Timestamp left = unbroken.now();
        Engine resumed = resumedFrom(unbroken, configuration, left + GetParam().away);
        for (test::RawEvent &event : all.subspan(GetParam().events)) {
            *event.arrival += GetParam().away;
            if (event.time)
                *event.time += GetParam().away;
            unbroken.accept(view.of(event));
            resumed.accept(view.of(event));
        }
        ASSERT_EQ(unbroken.now(), resumed.now());
        ASSERT_EQ(countedBy(unbroken), countedBy(resumed));
        const Timestamp later = resumed.now() + 7200s;
        unbroken.advanceTo(later);
        resumed.advanceTo(later);
        ASSERT_EQ(countedBy(unbroken), countedBy(resumed));
    }
}

INSTANTIATE_TEST_SUITE_P(Seams, EngineResume,
                         testing::Values(Seam{300, 0s}, Seam{300, 40s}, Seam{100, 600s},
                                         Seam{500, 20min}));

class AwayEngine : public testing::Test
{
protected:
    AwayEngine()
    {
        config::Configuration configuration;
        config::SignalConfiguration rate;
        rate.name = "views";
        rate.events = {{"view", {}}};
        configuration.signals = {rate};
        m_configuration = std::make_shared<const config::Configuration>(configuration);
        m_engine = std::make_unique<Engine>(m_configuration);
        m_engine->advanceTo(m_start);
    }

    void send(Nanoseconds after, std::uint64_t sequence, const std::string &epoch = "a")
    {
        wire::Event event;
        event.type = "view";
        event.source = "web";
        event.epoch = epoch;
        event.sequence = sequence;
        event.arrival = event.time = m_start + after;
        m_engine->accept(event);
    }
    void beat(Nanoseconds after, std::uint64_t sequence, Nanoseconds started,
              const std::string &epoch = "a")
    {
        wire::Event event;
        event.kind = wire::EventKind::heartbeat;
        event.source = "web";
        event.epoch = epoch;
        event.sequence = sequence;
        event.started = m_start + started;
        event.arrival = m_start + after;
        m_engine->accept(event);
    }
    void resumeAfter(Nanoseconds after)
    {
        m_engine =
            std::make_unique<Engine>(resumedFrom(*m_engine, m_configuration, m_start + after));
    }
    [[nodiscard]] std::uint64_t observed(Seconds from, Seconds length) const
    {
        for (const Rollup &row : m_engine->rollups(m_start + from, length))
            if (row.signal == kObservedName)
                return row.n;
        return 0;
    }

    Second m_start{Seconds{1'800'000'000}}; // a whole minute
    std::shared_ptr<const config::Configuration> m_configuration;
    std::unique_ptr<Engine> m_engine;
};

TEST_F(AwayEngine, theTimeAwayIsNotObservedAndNoZero)
{
    for (std::uint64_t i = 1; i <= 30; ++i)
        send(Seconds{i}, i);
    resumeAfter(300s);
    for (std::uint64_t i = 31; i <= 60; ++i)
        send(Seconds{270 + i}, i);
    const auto hour = m_engine->snapshot(Window::oneHour);
    EXPECT_EQ(hour->observed, 60s);
    ASSERT_EQ(hour->unobserved.size(), 1u);
    EXPECT_EQ(hour->unobserved[0].from, m_start + 30s);
    EXPECT_EQ(hour->unobserved[0].to, m_start + 300s);
    EXPECT_EQ(hour->observedFrom, m_start);
    EXPECT_EQ(std::get<RateSnapshot>(hour->metrics->signals[0].value).perSecond, 1.0);
    EXPECT_EQ(m_engine->snapshot(Window::all)->observed, 60s);
    const auto minute = m_engine->snapshot(Window::oneMinute);
    EXPECT_EQ(minute->observed, 30s);
    EXPECT_EQ(minute->observedFrom, m_start + 300s);
    EXPECT_TRUE(minute->unobserved.empty());
    EXPECT_EQ(observed(0s, 60s), 30u);
    EXPECT_TRUE(m_engine->rollups(m_start + 60s, 60s).empty());
    EXPECT_EQ(observed(300s, 60s), 30u);
    EXPECT_EQ(observed(0s, 360s), 60u);
}

TEST_F(AwayEngine, whatWasSentMeanwhileIsNotLost)
{
    send(1s, 1);
    send(2s, 2);
    resumeAfter(100s);
    send(101s, 50);
    send(101s, 49); // overtaken: nobody can tell that it did not come before
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.lost, 0u);
    send(102s, 52);
    const auto snapshot = m_engine->snapshot(Window::all);
    EXPECT_EQ(snapshot->ledger.lost, 1u);
    EXPECT_TRUE(snapshot->ledger.lossKnown);
    EXPECT_EQ(snapshot->ledger.accepted, 5u);
}

TEST_F(AwayEngine, whatIsAnnouncedAfterwardsWasSentMeanwhile)
{
    send(1s, 1);
    resumeAfter(100s);
    beat(101s, 40, -10s);
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.lost, 0u);
    beat(102s, 43, -10s);
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.lost, 3u) << "sent since";
}

TEST_F(AwayEngine, aSourceThatBeganMeanwhileIsJoinedLate)
{
    send(1s, 1);
    resumeAfter(100s);
    beat(101s, 20, 50s, "b");
    send(102s, 21, "b");
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.lost, 0u);
    beat(110s, 21, 50s, "b");
    resumeAfter(200s);
    beat(201s, 30, 50s, "b");
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.lost, 0u);
    beat(300s, 2, 250s, "c");
    send(301s, 3, "c");
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.lost, 2u) << "began before our eyes";
}

TEST_F(AwayEngine, nobodyIsSilentWhoWasNotListenedTo)
{
    for (int i = 0; i <= 30; ++i)
        beat(Seconds{i}, 0, -10s);
    resumeAfter(600s);
    const auto back = m_engine->snapshot(Window::oneHour);
    EXPECT_EQ(back->sources.at(0).state, SourceState::up);
    EXPECT_TRUE(back->incidents.empty());
    m_engine->advanceTo(m_start + 660s);
    const auto later = m_engine->snapshot(Window::oneHour);
    EXPECT_EQ(later->sources.at(0).state, SourceState::silent);
    EXPECT_EQ(later->incidents.size(), 1u);
}

TEST_F(AwayEngine, aMonthAwayTakesNoTime)
{
    send(1s, 1);
    resumeAfter(24h * 30);
    const auto snapshot = m_engine->snapshot(Window::all);
    EXPECT_EQ(snapshot->ledger.accepted, 1u);
    EXPECT_LT(snapshot->observed, 3s);
}

} // namespace
