// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/engine.h"

#include "ingest/config/configuration.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"
#include "tests/ingest/support/raw_event.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace ingest;
using config::SignalKind;
using test::at;
using test::RawEvent;

config::SignalConfiguration signalOf(std::string name, SignalKind kind,
                                     std::vector<config::EventFilter> events = {})
{
    config::SignalConfiguration signal;
    signal.name = std::move(name);
    signal.kind = kind;
    signal.events = std::move(events);
    return signal;
}

class EngineTest : public testing::Test
{
protected:
    void start() { m_engine.emplace(std::make_shared<config::Configuration>(m_configuration)); }
    void feed(const RawEvent &event) { m_engine->accept(m_view.of(event)); }
    RawEvent event(std::string type, double seconds)
    {
        RawEvent event;
        event.type = std::move(type);
        event.time = at(seconds);
        event.arrival = at(seconds);
        return event;
    }
    std::shared_ptr<const Snapshot> shown(double seconds, Window window)
    {
        m_engine->advanceTo(at(seconds));
        return m_engine->snapshot(window);
    }

    config::Configuration m_configuration;
    std::optional<Engine> m_engine;
    test::EventView m_view;
};

TEST_F(EngineTest, runsWithoutSignals)
{
    start();
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.received, 0u);
    feed(event("page.viewed", 0.5));
    const auto snapshot = shown(1, Window::oneMinute);
    EXPECT_EQ(snapshot->ledger.accepted, 1u);
    EXPECT_EQ(snapshot->metrics->windowLedger.accepted, 1u);
    ASSERT_EQ(snapshot->types.size(), 1u);
    EXPECT_EQ(snapshot->types[0].type, "page.viewed");
}

// The last point of the first signal's chart.
void expectEnd(const Snapshot &closed, const OpenPoint &open)
{
    const auto &latency = std::get<LatencySnapshot>(closed.metrics->signals[0].value);
    EXPECT_EQ(latency.counts.points.back(), open.count);
    const Quantiles &last = latency.series.points.back();
    EXPECT_EQ(last.p50, open.quantiles.p50);
    EXPECT_EQ(last.p99, open.quantiles.p99);
    EXPECT_EQ(last.max, open.quantiles.max);
}

// At the last instant of a second all of it has come: its open point is the one it closes with.
TEST_F(EngineTest, theOpenSecondIsWhatItsPointHoldsOnceItHasClosed)
{
    m_configuration.signals = {signalOf("latency", SignalKind::latency, {{"page.*", {}}}),
                               signalOf("revenue", SignalKind::sum, {{"paid", {}}}),
                               signalOf("all", SignalKind::rate)};
    m_configuration.signals[0].field = "lcp_ms";
    m_configuration.signals[1].field = "amount";
    start();
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int second = 0; second < 90; ++second) {
        for (int i = 0; i < 20; ++i) {
            RawEvent next = event(i % 2 == 0 ? "page.loaded" : "paid", second + 0.04 * i + 0.01);
            next.time = at(second + 0.04 * double(random() % 40)); // some are ahead or late
            next.failed = random() % 4 == 0;
            next.numbers = {{"lcp_ms", double(random() % 5'000)}};
            next.money = wire::Money{i, {{'E', 'U', 'R'}}};
            feed(next);
        }
        const auto minute = shown(second + 0.99, Window::oneMinute);
        const auto five = shown(second + 0.99, Window::fiveMinutes);
        ASSERT_TRUE(minute->open && five->open);
        const auto closed = shown(second + 1, Window::oneMinute);
        EXPECT_EQ(double(minute->open->failures), closed->metrics->failures.points.back());
        const auto &sum = std::get<SumSnapshot>(closed->metrics->signals[1].value);
        const auto &before = std::get<SumSnapshot>(minute->metrics->signals[1].value);
        if (before.seriesCurrency == sum.seriesCurrency) { // else no amount had been charted yet
            EXPECT_EQ(minute->open->signals[1].minor, sum.series.points.back());
        }
        expectEnd(*closed, minute->open->signals[0]);
        expectEnd(*shown(second + 1, Window::fiveMinutes), five->open->signals[0]);
    }
}

TEST_F(EngineTest, onlyShortWindowsWithTheirOwnStepShowTheOpenSecond)
{
    start();
    EXPECT_FALSE(m_engine->snapshot(Window::oneMinute)->open) << "time has not begun";
    feed(event("page.viewed", 0.5));
    EXPECT_TRUE(shown(1.5, Window::fiveMinutes)->open);
    EXPECT_FALSE(shown(1.5, Window::fifteenMinutes)->open);
    EXPECT_FALSE(shown(1.5, Window::all)->open);
    EXPECT_FALSE(m_engine->snapshot(Window::oneMinute, Seconds{1})->open);
}

TEST_F(EngineTest, aWindowIsOpenAtItsStartAndClosedAtItsEnd)
{
    m_configuration.signals = {signalOf("all", SignalKind::rate)};
    start();
    feed(event("a", 0));
    feed(event("a", 0.001));
    const auto countAt = [&](double seconds) {
        return std::get<RateSnapshot>(shown(seconds, Window::oneMinute)->metrics->signals[0].value)
            .count;
    };
    EXPECT_EQ(countAt(0.5), 1u);
    EXPECT_EQ(countAt(1), 2u);
    EXPECT_EQ(countAt(59.9), 2u);
    EXPECT_EQ(countAt(60), 1u);
    EXPECT_EQ(countAt(61), 0u);
}

TEST_F(EngineTest, anEventAheadOfAsOfIsNotInTheTotalYet)
{
    m_configuration.signals = {signalOf("all", SignalKind::rate)};
    start();
    RawEvent early = event("a", 8);
    early.arrival = at(0.5);
    feed(early);
    const auto countAt = [&](double seconds) {
        return std::get<RateSnapshot>(shown(seconds, Window::all)->metrics->signals[0].value).count;
    };
    EXPECT_EQ(countAt(7.9), 0u);
    EXPECT_EQ(countAt(8), 1u);
}

TEST_F(EngineTest, whatClaimsToComeFromTheFutureTakesItsArrivalTime)
{
    m_configuration.signals = {signalOf("all", SignalKind::rate)};
    start();
    RawEvent early = event("a", 20);
    early.arrival = at(0.5);
    feed(early);
    const auto snapshot = shown(1, Window::oneMinute);
    EXPECT_EQ(snapshot->ledger.retimed, 1u);
    EXPECT_EQ(std::get<RateSnapshot>(snapshot->metrics->signals[0].value).count, 1u);
}

TEST_F(EngineTest, aLateEventRevisesItsBucket)
{
    m_configuration.signals = {signalOf("all", SignalKind::rate)};
    start();
    feed(event("a", 0));
    feed(event("a", 100));
    RawEvent late = event("a", 50);
    late.arrival = at(100);
    feed(late);
    const auto snapshot = shown(100, Window::oneMinute);
    EXPECT_EQ(snapshot->ledger.late, 1u);
    EXPECT_EQ(snapshot->ledger.revised, 1u);
    EXPECT_EQ(std::get<RateSnapshot>(snapshot->metrics->signals[0].value).count, 2u);
}

TEST_F(EngineTest, whatIsOlderThanEveryRingCountsInTheTotalAlone)
{
    m_configuration.signals = {signalOf("all", SignalKind::rate)};
    start();
    RawEvent old = event("a", -3 * 86400);
    old.arrival = at(0.5);
    feed(old);
    const auto snapshot = shown(1, Window::oneDay);
    EXPECT_EQ(snapshot->ledger.tooLate, 1u);
    EXPECT_EQ(snapshot->ledger.inWindows, 0u);
    EXPECT_EQ(std::get<RateSnapshot>(snapshot->metrics->signals[0].value).count, 0u);
    EXPECT_EQ(std::get<RateSnapshot>(shown(1, Window::all)->metrics->signals[0].value).count, 1u);
}

TEST_F(EngineTest, consecutiveSnapshotsOfOneSecondShareTheirMetrics)
{
    m_configuration.signals = {signalOf("all", SignalKind::rate)};
    start();
    feed(event("a", 0.5));
    const auto before = shown(1.1, Window::oneMinute);
    feed(event("a", 1.2));
    EXPECT_EQ(shown(1.3, Window::oneMinute)->metrics, before->metrics);
    RawEvent late = event("a", 0.9);
    late.arrival = at(1.4);
    feed(late);
    EXPECT_NE(shown(1.5, Window::oneMinute)->metrics, before->metrics);
}

TEST_F(EngineTest, theLostHeadOfTheVeryFirstSourceIsLoss)
{
    start();
    m_engine->advanceTo(at(0));
    wire::Frame frame;
    frame.payload = R"({"type":"bellwether.heartbeat","source":"/s","epoch":"a","sequence":4,)"
                    R"("started":"2026-11-23T12:00:01Z"})";
    frame.arrival = at(3);
    m_engine->ingest(frame);
    frame.payload = R"({"type":"order.completed","source":"/s","epoch":"a","sequence":4})";
    m_engine->ingest(frame);
    EXPECT_EQ(m_engine->snapshot(Window::all)->ledger.lost, 3u);
}

TEST_F(EngineTest, framesAreDecodedAndAdvanceTime)
{
    m_configuration.signals = {signalOf("all", SignalKind::rate)};
    start();
    wire::Frame frame;
    frame.payload = R"({"type":"order.completed","source":"/s","time":"2026-11-23T12:00:00.5Z"})";
    frame.arrival = at(0.6);
    m_engine->ingest(frame);
    frame.payload = "{";
    frame.arrival = at(2.5);
    m_engine->ingest(frame);
    EXPECT_EQ(m_engine->now(), at(2.5));
    const auto snapshot = m_engine->snapshot(Window::all);
    EXPECT_EQ(snapshot->ledger.received, 2u);
    EXPECT_EQ(snapshot->ledger.malformedTotal(), 1u);
    EXPECT_EQ(std::get<RateSnapshot>(snapshot->metrics->signals[0].value).count, 1u);
}

TEST_F(EngineTest, aHeartbeatWithoutAnyTimeDoesNotStartTheClock)
{
    m_configuration.signals = {signalOf("pages", SignalKind::rate)};
    start();
    wire::Frame file;
    file.payload = R"({"type":"bellwether.heartbeat","source":"/s","epoch":"e","sequence":0})"
                   "\nnonsense\n";
    m_engine->ingest(file);
    EXPECT_FALSE(m_engine->snapshot(Window::all)->startedAt.has_value());
    feed(event("page.viewed", 1));
    const auto snapshot = shown(11, Window::all);
    EXPECT_EQ(snapshot->startedAt, at(1) - Nanoseconds{1});
    EXPECT_NEAR(std::get<RateSnapshot>(snapshot->metrics->signals.at(0).value).perSecond, 0.1,
                1e-6);
}

TEST_F(EngineTest, whatComesWithoutATimeBeforeAnyTimeIsHeardWhenTimeBegins)
{
    start();
    wire::Frame file;
    file.payload = R"({"type":"bellwether.heartbeat","source":"/s","epoch":"e","sequence":9,)"
                   R"("started":"2026-11-23T11:00:00Z"})"
                   "\nnonsense\n";
    m_engine->ingest(file);
    const std::string before = report::toJson(*m_engine->snapshot(Window::all));
    EXPECT_EQ(before.find("1970-01-01T00:00:00Z\"\n"), std::string::npos) << "heard at no time";
    RawEvent other = event("page.viewed", 5);
    other.source = "/other";
    feed(other);
    RawEvent first = event("page.viewed", 6);
    first.source = "/s";
    first.epoch = "e";
    first.sequence = 7;
    feed(first);
    const auto snapshot = shown(7, Window::oneMinute);
    ASSERT_EQ(snapshot->sources.size(), 3u); // and the nonsense of nobody
    EXPECT_EQ(snapshot->sources[0].lastSeen, at(5) - Nanoseconds{1}) << snapshot->sources[0].source;
    EXPECT_EQ(snapshot->sources[2].lost, 2u) << "the tail, not a head from before listening";
    EXPECT_EQ(snapshot->metrics->windowLedger.lost, 2u);
}

// A publisher that is killed: what it sent last is unknown, for as long as the window holds it and
// to the signals it feeds alone.
TEST_F(EngineTest, anEndWithoutGoodbyeIsSaidOfWhatTheSourceFeeds)
{
    m_configuration.signals = {signalOf("paid", SignalKind::rate, {{"paid", {}}}),
                               signalOf("viewed", SignalKind::rate, {{"viewed", {}}})};
    start();
    const auto pay = [this](const char *epoch, double seconds) {
        RawEvent paid = event("paid", seconds);
        paid.source = "/shop/payments";
        paid.epoch = epoch;
        feed(paid);
    };
    feed(event("viewed", 1));
    pay("1", 10);
    EXPECT_EQ(shown(11, Window::oneMinute)->metrics->signals[0].brokenSource, "");
    pay("2", 22);
    feed(event("viewed", 23));
    auto snapshot = shown(24, Window::oneMinute);
    EXPECT_EQ(snapshot->metrics->signals[0].brokenSource, "/shop/payments");
    EXPECT_DOUBLE_EQ(snapshot->metrics->signals[0].unheard.count(), 12);
    EXPECT_EQ(snapshot->metrics->signals[1].brokenSource, "");
    snapshot = shown(75, Window::oneMinute); // from 15 on
    EXPECT_DOUBLE_EQ(snapshot->metrics->signals[0].unheard.count(), 7);
    EXPECT_EQ(shown(82, Window::oneMinute)->metrics->signals[0].brokenSource, "");
    EXPECT_DOUBLE_EQ(m_engine->snapshot(Window::all)->metrics->signals[0].unheard.count(), 12);
}

} // namespace
