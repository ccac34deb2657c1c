// SPDX-License-Identifier: GPL-3.0-or-later
// Funnels as they are configured, from the event to the figures shown: by hand, and against the
// definition.
#include "ingest/engine.h"

#include "ingest/config/configuration.h"
#include "ingest/snapshot.h"
#include "tests/ingest/oracle/event_log.h"
#include "tests/ingest/oracle/funnel_agreement.h"
#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

#include <array>
#include <deque>
#include <random>
#include <string>

namespace {

using namespace ingest;
using namespace std::chrono_literals;
using config::EventFilter;
using Rows = std::vector<std::uint64_t>;
using Attributes = std::vector<std::pair<std::string, std::string>>;

config::SignalConfiguration funnelOf(std::vector<EventFilter> steps, std::chrono::seconds within,
                                     config::StepOrder order = config::StepOrder::ordered)
{
    config::SignalConfiguration signal;
    signal.name = "funnel";
    signal.kind = config::SignalKind::funnel;
    signal.steps = std::move(steps);
    signal.within = within;
    signal.order = order;
    return signal;
}

class EngineFunnel : public testing::Test
{
protected:
    void start(std::vector<config::SignalConfiguration> signals)
    {
        m_configuration.signals = std::move(signals);
        m_log = {};
        m_events.clear();
        m_arrived = Timestamp::min();
        m_engine.emplace(std::make_shared<const config::Configuration>(m_configuration));
    }
    void feed(const std::string &type, const std::string &journey, Timestamp time,
              Attributes attributes = {})
    {
        test::RawEvent &event = m_events.emplace_back();
        event.type = type;
        event.journey = journey;
        event.time = time;
        event.arrival = std::max(time, m_arrived);
        event.attributes = std::move(attributes);
        m_arrived = *event.arrival;
        m_engine->accept(m_view.of(event));
        m_log.add(event);
    }
    FunnelSnapshot shown(Window window, Timestamp at)
    {
        m_engine->advanceTo(at);
        return std::get<FunnelSnapshot>(m_engine->snapshot(window)->metrics->signals[0].value);
    }
    Rows rows(Window window, Timestamp at)
    {
        Rows rows;
        for (const FunnelStep &step : shown(window, at).steps)
            rows.push_back(step.journeys);
        return rows;
    }
    void expectTheDefinition(Timestamp at)
    {
        m_engine->advanceTo(at);
        const Second asOf = std::chrono::floor<Seconds>(m_engine->now());
        const oracle::ExpectedFunnels expected(m_configuration, m_log, asOf);
        for (const Window window : kWindows)
            expected.expectIn(*m_engine->snapshot(window));
    }

    config::Configuration m_configuration;
    std::optional<Engine> m_engine;
    std::deque<test::RawEvent> m_events; // the log refers to them
    oracle::EventLog m_log;
    Timestamp m_arrived{};
    test::EventView m_view;
};

TEST_F(EngineFunnel, AStepIsForEventsWithEveryAttributeItAsksFor)
{
    start({funnelOf({{"page.viewed", {{"page", "/cart"}}},
                     {"payment.approved", {{"country", "DE"}, {"provider", "acme"}}},
                     {"order.completed", {}}},
                    1h)});
    const auto visit = [&](const std::string &journey, const Attributes &page,
                           const Attributes &payment) {
        feed("page.viewed", journey, test::at(1), page);
        feed("payment.approved", journey, test::at(2), payment);
        feed("order.completed", journey, test::at(3));
    };
    const Attributes cart{{"page", "/cart"}};
    visit("asked for", cart, {{"provider", "acme"}, {"country", "DE"}, {"plan", "gold"}});
    visit("another page", {{"page", "/carts"}}, {{"country", "DE"}, {"provider", "acme"}});
    visit("no page", {}, {{"country", "DE"}, {"provider", "acme"}});
    visit("another country", cart, {{"country", "AT"}, {"provider", "acme"}});
    visit("no provider", cart, {{"country", "DE"}});
    EXPECT_EQ(rows(Window::oneMinute, test::at(4)), (Rows{3, 1, 1}));
    EXPECT_EQ(rows(Window::all, test::at(4)), (Rows{3, 1, 1}));
    expectTheDefinition(test::at(5));
}

TEST_F(EngineFunnel, AStepThatComesTwiceTakesTwoEvents)
{
    start({funnelOf({{"cart", {}}, {"cart", {}}, {"order", {}}}, 1h)});
    for (const double seconds : {1., 2.})
        feed("cart", "twice", test::at(seconds));
    feed("order", "twice", test::at(3));
    feed("cart", "once", test::at(3));
    feed("order", "once", test::at(4));
    feed("cart", "once more, too late", test::at(5));
    feed("order", "once more, too late", test::at(6));
    feed("cart", "once more, too late", test::at(7));
    EXPECT_EQ(rows(Window::oneMinute, test::at(8)), (Rows{3, 2, 1}));
    expectTheDefinition(test::at(9));
}

TEST_F(EngineFunnel, TheSecondStartMakesItWhereTheFirstIsTooLongAgo)
{
    start({funnelOf({{"cart", {}}, {"order", {}}}, 1min)});
    feed("cart", "late", test::at(0));
    feed("cart", "again", test::at(0));
    feed("cart", "again", test::at(50));
    for (const char *journey : {"late", "again"})
        feed("order", journey, test::at(100));
    EXPECT_EQ(rows(Window::all, test::at(101)), (Rows{2, 1}));
    EXPECT_EQ(rows(Window::oneMinute, test::at(101)), (Rows{1, 1})) << "entered at 50";
    EXPECT_EQ(rows(Window::oneMinute, test::at(110)), (Rows{0, 0}));
    expectTheDefinition(test::at(111));
}

// The longest `within` there may be. What lies between keeps the journeys from being idle: it is
// the span alone that decides.
TEST_F(EngineFunnel, FourteenDaysEndWithTheirLastNanosecond)
{
    constexpr auto kDay = 24h;
    constexpr auto kEnd = 14 * kDay;
    constexpr auto kBefore = kEnd - kDay / 10;
    start({funnelOf({{"cart", {}}, {"order", {}}}, kEnd)});
    const Timestamp entry = test::at(0) + 123'456'789ns;
    const auto day = [&](int from, int to) {
        for (int hour = from * 24; hour < to * 24; ++hour)
            feed("page", hour % 24 == 0 ? "at the end" : "other", entry + hour * 1h);
        for (const char *journey : {"before", "beyond"})
            feed("page", journey, entry + to * kDay - 1s);
    };
    for (const char *journey : {"before", "at the end", "beyond", "never"})
        feed("cart", journey, entry);
    day(0, 13);
    EXPECT_EQ(rows(Window::all, entry + 13 * kDay), (Rows{4, 0}));
    feed("order", "before", entry + kBefore);
    EXPECT_EQ(rows(Window::all, entry + kBefore + 1s), (Rows{4, 1}));
    EXPECT_EQ(shown(Window::all, entry + kBefore + 1s).inFlight, 3u);
    feed("order", "at the end", entry + kEnd);
    feed("order", "beyond", entry + kEnd + 1ns);
    EXPECT_EQ(rows(Window::all, entry + kEnd + 1s), (Rows{4, 2}));
    expectTheDefinition(entry + kEnd + 1s);
    const FunnelSnapshot over = shown(Window::all, entry + kEnd + 61s);
    EXPECT_EQ(over.inFlight, 0u);
    EXPECT_EQ(over.settled, 4u);
    EXPECT_EQ(over.settledConversion, 0.5);
    EXPECT_EQ(rows(Window::oneDay, entry + kEnd + 61s), (Rows{0, 0})) << "entered two weeks ago";
    expectTheDefinition(entry + kEnd + 61s);
}

// Few types, values and customers, so that every event matters to several steps.
TEST_F(EngineFunnel, ConfiguredStepsAreTheDefinitions)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    const auto pick = [&random](const auto &choices) { return choices[random() % choices.size()]; };
    constexpr std::array kStepTypes{"cart", "cart", "pay", "order", "other"};
    constexpr std::array kStepValues{"a", "b", ""};
    for (int round = 0; round < 40 && !HasFailure(); ++round) {
        std::vector<config::SignalConfiguration> funnels;
        for (const auto order :
             {config::StepOrder::ordered, config::StepOrder::strict, config::StepOrder::unordered})
            funnels.push_back(funnelOf({{"cart", {{"x", "a"}}},
                                        {"cart", {}},
                                        {"*a*", {{"y", "b"}}},
                                        {"order", {{"x", "b"}, {"y", "a"}}}},
                                       std::chrono::seconds{20 + random() % 100}, order));
        start(std::move(funnels));
        double seconds = 0;
        for (int i = 0; i < 60; ++i) {
            seconds += static_cast<double>(random() % 8) / 2;
            feed(pick(kStepTypes), std::to_string(random() % 6), test::at(seconds),
                 {{"x", pick(kStepValues)}, {"y", pick(kStepValues)}});
            if (random() % 20 == 0)
                expectTheDefinition(m_arrived);
        }
        expectTheDefinition(test::at(seconds + 70));
    }
}

} // namespace
