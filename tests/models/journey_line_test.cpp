// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journey_line.h"

#include <gtest/gtest.h>

namespace {

using models::EventRow;
using models::journeyLine;

constexpr double kNoonMs = 1.8e12;

EventRow event(const char *type, const char *source, double seconds, bool failing = false)
{
    EventRow row;
    row.type = QString::fromUtf8(type);
    row.source = QString::fromUtf8(source);
    row.journey = QStringLiteral("j-1");
    row.ms = kNoonMs + seconds * 1000;
    row.failing = failing;
    return row;
}

ingest::Snapshot snapshotAt(double seconds, std::optional<std::uint64_t> lost)
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
    snapshot.asOf =
        ingest::Second{std::chrono::seconds{static_cast<long>(kNoonMs / 1000 + seconds)}};
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

TEST(JourneyLine, waitsBeforeItSaysThatSomethingNeverCame)
{
    const auto line = journeyLine(snapshotAt(20, 0), {event("checkout.started", "/pay", 0)});
    ASSERT_EQ(line.missing.size(), 1u);
    EXPECT_TRUE(line.missing[0].pending);
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

TEST(JourneyLine, isEmptyWithoutEvents)
{
    EXPECT_TRUE(journeyLine(snapshotAt(600, 0), {}).dots.empty());
}

} // namespace
