// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journey_line.h"

#include "ingest/engine.h"
#include "ingest/wire/frame.h"

#include <gtest/gtest.h>

namespace {

using models::EventRow;
using models::journeyLine;

constexpr double kNoonMs = 1.8e12;

EventRow event(const char *type, const char *source, double after, bool failing = false)
{
    EventRow row;
    row.type = QString::fromUtf8(type);
    row.source = QString::fromUtf8(source);
    row.journey = QStringLiteral("j-1");
    row.ms = kNoonMs + after * 1000;
    row.failing = failing;
    return row;
}

ingest::Snapshot snapshotAt(double after, std::optional<std::uint64_t> lost)
{
    ingest::config::Configuration configuration;
    ingest::config::SignalConfiguration funnel;
    funnel.name = "checkout";
    funnel.kind = ingest::config::SignalKind::funnel;
    funnel.steps = {{"checkout.started", {}}, {"payment.approved", {}}, {"order.completed", {}}};
    configuration.signals = {funnel};
    configuration.experience.conversion = "checkout";
    ingest::Snapshot snapshot;
    snapshot.configuration =
        std::make_shared<const ingest::config::Configuration>(std::move(configuration));
    snapshot.asOf = ingest::Second{std::chrono::seconds{static_cast<long>(kNoonMs / 1000 + after)}};
    ingest::SourceSnapshot source;
    source.source = "/pay";
    source.lost = lost;
    snapshot.sources = {source};
    return snapshot;
}

TEST(JourneyLine, hatchesTheStepThatNeverCame)
{
    const auto line = journeyLine(snapshotAt(600, 0), {event("checkout.started", "/pay", 0),
                                                       event("payment.failed", "/pay", 30, true)});
    ASSERT_EQ(line.missing.size(), 1u);
    EXPECT_EQ(line.missing[0].label, QStringLiteral("payment.approved never came"));
    EXPECT_FALSE(line.missing[0].pending);
    EXPECT_DOUBLE_EQ(line.missing[0].fromSeconds, 30);
    ASSERT_EQ(line.dots.size(), 2u);
    EXPECT_TRUE(line.dots[1].failing);
    EXPECT_TRUE(line.note.contains(QStringLiteral("real"))) << line.note.toStdString();
}

TEST(JourneyLine, aGapMayBeLostDataWhereASourceFellSilentInIt)
{
    ingest::Snapshot snapshot = snapshotAt(600, 0);
    ingest::SourceSnapshot &source = snapshot.sources[0];
    const std::vector events{event("checkout.started", "/pay", 0),
                             event("payment.failed", "/pay", 30, true)};
    const auto note = [&] { return journeyLine(snapshot, events).note; };
    source.state = ingest::SourceState::silent;
    source.lastSeen = ingest::Timestamp(std::chrono::milliseconds(qint64(kNoonMs) + 31'000));
    EXPECT_TRUE(note().startsWith(QStringLiteral("/pay is silent"))) << note().toStdString();
    source.lastSeen = ingest::Timestamp(std::chrono::milliseconds(qint64(kNoonMs) + 500'000));
    EXPECT_TRUE(note().contains(QStringLiteral("real"))) << "it fell silent later";
    source.tailUnknown = true;
    EXPECT_TRUE(note().startsWith(QStringLiteral("/pay has ended without goodbye")));
}

// What other customers' events say about who sends them.
std::shared_ptr<const ingest::evidence::KeptEvents> kept(const char *type, const char *source)
{
    static auto configuration = std::make_shared<const ingest::config::Configuration>();
    static ingest::Engine engine(configuration);
    const std::string json = std::string(R"({"specversion":"1.0","type":")") + type +
                             R"(","source":")" + source + R"(","time":1800000000})";
    ingest::wire::Frame frame;
    frame.payload = json;
    frame.arrival = ingest::Timestamp(std::chrono::seconds(1'800'000'000));
    engine.ingest(frame);
    return engine.snapshot(ingest::Window::oneMinute)->kept;
}

TEST(JourneyLine, aMissingAnswerStandsInTheRowOfTheServiceThatUsuallyGivesIt)
{
    ingest::Snapshot snapshot = snapshotAt(600, 0);
    snapshot.kept = kept("payment.approved", "/bank");
    const auto alone = journeyLine(snapshot, {event("checkout.started", "/shop", 0)});
    ASSERT_EQ(alone.missing.size(), 1u);
    EXPECT_EQ(alone.services,
              (std::vector<QString>{QStringLiteral("/shop"), QStringLiteral("/bank")}));
    EXPECT_EQ(alone.missing[0].row, 1);
    const auto beside = journeyLine(snapshot, {event("checkout.started", "/shop", 0),
                                               event("payment.failed", "/bank", 3, true)});
    EXPECT_EQ(beside.services.size(), 2u);
    EXPECT_EQ(beside.missing.at(0).row, 1);
    snapshot.kept = nullptr; // nobody knows
    EXPECT_EQ(journeyLine(snapshot, {event("checkout.started", "/shop", 0)}).services.back(),
              QStringLiteral("expected"));
}

TEST(JourneyLine, waitsBeforeItSaysThatSomethingNeverCame)
{
    const auto line = journeyLine(snapshotAt(20, 0), {event("checkout.started", "/pay", 0)});
    ASSERT_EQ(line.missing.size(), 1u);
    EXPECT_TRUE(line.missing[0].pending);
    EXPECT_DOUBLE_EQ(line.missing[0].nowSeconds, 20);
    const auto soon = journeyLine(snapshotAt(2, 0), {event("checkout.started", "/pay", 0)});
    EXPECT_DOUBLE_EQ(soon.missing[0].nowSeconds, 2);
    EXPECT_GT(soon.missing[0].toSeconds, 2) << "room for what is expected, but no gap yet";
}

TEST(JourneyLine, missesNothingWhereTheJourneyCompleted)
{
    const auto line = journeyLine(snapshotAt(600, 0), {event("checkout.started", "/pay", 0),
                                                       event("order.completed", "/orders", 9)});
    EXPECT_TRUE(line.missing.empty());
    EXPECT_EQ(line.services.size(), 2u);
}

TEST(JourneyLine, saysWhetherAGapMayBeLostData)
{
    const std::vector<EventRow> events{event("checkout.started", "/pay", 0)};
    EXPECT_TRUE(journeyLine(snapshotAt(600, 7), events).note.contains(QStringLiteral("lost")));
    EXPECT_TRUE(journeyLine(snapshotAt(600, std::nullopt), events)
                    .note.contains(QStringLiteral("Not every source")));
}

TEST(JourneyLine, aFailureIsAnAnswerAndTheEndIsWhatNeverCame)
{
    ingest::Snapshot snapshot = snapshotAt(600, 0);
    auto configuration = std::make_shared<ingest::config::Configuration>(*snapshot.configuration);
    ingest::config::SignalConfiguration ratio;
    ratio.kind = ingest::config::SignalKind::ratio;
    ratio.good = {{"payment.approved", {}}};
    ratio.bad = {{"payment.failed", {}}};
    configuration->signals.push_back(ratio);
    snapshot.configuration = configuration;
    const auto failed = journeyLine(snapshot, {event("checkout.started", "/pay", 0),
                                               event("payment.failed", "/pay", 30, true)});
    ASSERT_EQ(failed.missing.size(), 1u);
    EXPECT_EQ(failed.missing[0].label, QStringLiteral("order.completed never came"));
    const auto silent = journeyLine(snapshot, {event("checkout.started", "/pay", 0)});
    EXPECT_EQ(silent.missing.at(0).label, QStringLiteral("payment.approved never came"));
}

TEST(JourneyLine, aGapIsRealWhereNothingWasLostInItsTime)
{
    const std::vector<EventRow> events{event("checkout.started", "/pay", 0)};
    ingest::Snapshot snapshot = snapshotAt(600, 7);
    auto metrics = std::make_shared<ingest::Metrics>();
    metrics->lost.start = snapshot.asOf - std::chrono::seconds{900};
    metrics->lost.points.assign(900, 0);
    metrics->lost.points[10] = 7; // long before
    snapshot.metrics = metrics;
    EXPECT_TRUE(journeyLine(snapshot, events).note.startsWith(QStringLiteral("No event was lost")));
    auto meanwhile = std::make_shared<ingest::Metrics>(*metrics);
    meanwhile->lost.points[305] = 1;
    snapshot.metrics = meanwhile;
    EXPECT_TRUE(journeyLine(snapshot, events).note.contains(QStringLiteral("may be lost data")));
}

TEST(JourneyLine, findsTheTraceIdWhereverItIs)
{
    EventRow beside = event("checkout.started", "/pay", 0);
    EXPECT_TRUE(journeyLine(snapshotAt(600, 0), {beside}).traceId.isEmpty());
    beside.text = QStringLiteral(R"({"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-)"
                                 R"(00f067aa0ba902b7-01","data":{}})");
    EventRow among = event("checkout.started", "/pay", 0);
    among.attributes = {{QStringLiteral("trace_id"), QStringLiteral("abc")}};
    EXPECT_EQ(journeyLine(snapshotAt(600, 0), {beside, among}).traceId,
              QStringLiteral("4bf92f3577b34da6a3ce929d0e0e4736"));
    EXPECT_EQ(journeyLine(snapshotAt(600, 0), {among}).traceId, QStringLiteral("abc"));
}

TEST(JourneyLine, saysWhatItIsWorthByItsLatestAmountAndKeepsEveryEvent)
{
    EventRow cart = event("cart.item_added", "/cart", 0);
    cart.amount = QStringLiteral("€10.00");
    cart.attributes = {{QStringLiteral("country"), QStringLiteral("DE")}};
    cart.text = QStringLiteral("{}");
    cart.number = 7;
    EventRow more = cart;
    more.amount = QStringLiteral("€128.40");
    const auto line =
        journeyLine(snapshotAt(600, 0), {cart, more, event("page.loaded", "/web", 9)});
    EXPECT_TRUE(line.summary.endsWith(QStringLiteral(", €128.40"))) << line.summary.toStdString();
    EXPECT_EQ(line.dots[0].number, 7u);
    EXPECT_EQ(line.dots[0].type, QStringLiteral("cart.item_added"));
    EXPECT_EQ(line.dots[0].amount, QStringLiteral("€10.00"));
    EXPECT_EQ(line.dots[0].attributes, QStringLiteral("country=DE"));
    EXPECT_EQ(line.dots[0].text, QStringLiteral("{}"));
    const auto unpriced = journeyLine(snapshotAt(600, 0), {event("page.loaded", "/web", 9)});
    EXPECT_FALSE(unpriced.summary.contains(QStringLiteral("€")));
}

TEST(JourneyLine, isEmptyWithoutEvents)
{
    EXPECT_TRUE(journeyLine(snapshotAt(600, 0), {}).dots.empty());
}

TEST(JourneyLine, whatNobodyCouldHearHasNotFailedToCome)
{
    ingest::Snapshot snapshot = snapshotAt(600, 0);
    snapshot.freshness.state = ingest::FreshnessState::stale;
    snapshot.freshness.lastEvent =
        ingest::Timestamp{std::chrono::milliseconds{static_cast<long>(kNoonMs) + 400}};
    const auto cut = journeyLine(snapshot, {event("checkout.started", "/pay", 0)});
    ASSERT_EQ(cut.missing.size(), 1u);
    EXPECT_TRUE(cut.missing[0].pending);
    EXPECT_EQ(cut.missing[0].label, QStringLiteral("payment.approved not heard of"));
    *snapshot.freshness.lastEvent += std::chrono::minutes{5}; // long after it should have come
    const auto missed = journeyLine(snapshot, {event("checkout.started", "/pay", 0)});
    EXPECT_EQ(missed.missing.at(0).label, QStringLiteral("payment.approved never came"));
}

} // namespace
