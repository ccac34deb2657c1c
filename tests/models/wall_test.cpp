// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall.h"

#include "tests/models/support/small_snapshot.h"
#include "tests/support/sample_snapshot.h"

#include <gtest/gtest.h>

namespace {

using models::WallPicture;
using models::WallWord;
using samples::Sample;

std::shared_ptr<ingest::Snapshot> copyOf(Sample sample)
{
    return std::make_shared<ingest::Snapshot>(
        *samples::sampleSnapshot(sample, ingest::Window::fifteenMinutes));
}

models::WallInstant instantOf(const ingest::Snapshot &snapshot, std::int64_t silentMs = 0)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(
        snapshot.engineTime.time_since_epoch());
    return {1'000'000 + silentMs, silentMs,
            QDateTime::fromMSecsSinceEpoch(ms.count() + silentMs, Qt::UTC)};
}

WallPicture pictureOf(const std::shared_ptr<const ingest::Snapshot> &snapshot,
                      std::int64_t silentMs = 0)
{
    models::Wall wall;
    return wall.update(snapshot, instantOf(*snapshot, silentMs));
}

TEST(WallTest, BeforeTheFirstSnapshotThereIsNoData)
{
    models::Wall wall;
    const WallPicture &picture = wall.update(nullptr, {0, 0, QDateTime::currentDateTimeUtc()});
    EXPECT_EQ(picture.word, WallWord::noData);
    EXPECT_FALSE(picture.band);
}

TEST(WallTest, AHealthyShopIsHealthy)
{
    const WallPicture picture = pictureOf(copyOf(Sample::healthy));
    EXPECT_EQ(picture.word, WallWord::healthy);
    EXPECT_FALSE(picture.band);
    EXPECT_EQ(picture.freshness, models::Status::normal);
    EXPECT_FALSE(picture.chart.line.empty());
}

TEST(WallTest, FailingPaymentsAreCriticalAndTheirSceneIsHeld)
{
    models::Wall wall;
    const auto snapshot = copyOf(Sample::incident);
    const WallPicture &picture = wall.update(snapshot, instantOf(*snapshot));
    EXPECT_EQ(picture.word, WallWord::critical);
    EXPECT_EQ(wall.rotation().scene(), models::WallScene::success);
    EXPECT_EQ(wall.rotation().hold(), models::WallRotation::Hold::incident);
}

TEST(WallTest, ASmallSourceThatLosesMuchMakesDataIncomplete)
{
    const auto snapshot = copyOf(Sample::healthy);
    snapshot->sources.resize(2);
    for (ingest::SourceSnapshot &source : snapshot->sources)
        source.minutes = {};
    snapshot->sources[0].minutes.fill({5000, 0, 0});
    ingest::SourceSnapshot &little = snapshot->sources[1];
    little.minutes.fill({10, 0, 0});
    little.minutes[59 - 20].lost = 50; // before the window of 15 minutes
    EXPECT_FALSE(pictureOf(snapshot).band);
    little.minutes[59 - 14].lost = 3; // 1.84 % of 163
    const WallPicture picture = pictureOf(snapshot);
    ASSERT_TRUE(picture.band);
    EXPECT_EQ(picture.band->kind, models::WallBand::Kind::incomplete);
    EXPECT_TRUE(picture.band->headline.contains(QString::fromStdString(little.source)));
    EXPECT_EQ(small::plain(picture.band->headline).substr(0, 22), "Data incomplete: 1.84_");
    EXPECT_EQ(picture.band->first, QStringLiteral("3"));
    EXPECT_EQ(picture.freshness, models::Status::look);
    little.minutes.fill({});
    little.minutes[59].lost = 50; // too few to say
    EXPECT_FALSE(pictureOf(snapshot).band);
}

TEST(WallTest, TheRatioInTroubleIsChartedWhicheverItIs)
{
    const auto snapshot = copyOf(Sample::incident);
    const std::string success = snapshot->configuration->experience.success;
    auto configuration = std::make_shared<ingest::config::Configuration>(*snapshot->configuration);
    auto metrics = std::make_shared<ingest::Metrics>(*snapshot->metrics);
    const auto copied = std::ranges::find(metrics->signals, success, &ingest::SignalSnapshot::name);
    ASSERT_NE(copied, metrics->signals.end());
    ingest::SignalSnapshot other = *copied;
    other.name = "logins";
    metrics->signals.push_back(other);
    configuration->signals.emplace_back().name = other.name;
    snapshot->metrics = metrics;
    snapshot->configuration = configuration;
    ingest::Incident incident;
    incident.kind = ingest::IncidentKind::ratio;
    incident.subject = other.name;
    incident.title = "Logins";
    incident.since = snapshot->asOf;
    incident.limit = 0.2;
    snapshot->incidents = {incident};
    models::Wall wall;
    const WallPicture &picture = wall.update(snapshot, instantOf(*snapshot));
    EXPECT_EQ(wall.rotation().scene(), models::WallScene::success);
    EXPECT_TRUE(picture.chart.title.startsWith(QStringLiteral("Logins,")))
        << picture.chart.title.toStdString();
    ASSERT_EQ(picture.chart.limits.size(), 1u);
    EXPECT_EQ(picture.chart.limits[0].value, 80);
    snapshot->incidents[0].until = snapshot->asOf;
    EXPECT_FALSE(wall.update(snapshot, instantOf(*snapshot))
                     .chart.title.startsWith(QStringLiteral("Logins")));
}

TEST(WallTest, StaleDataReplaceTheClockByTheirAge)
{
    const WallPicture picture = pictureOf(copyOf(Sample::stale));
    EXPECT_EQ(picture.word, WallWord::stale);
    EXPECT_TRUE(picture.stale);
    EXPECT_EQ(picture.clock, QStringLiteral("4:12"));
    ASSERT_TRUE(picture.band);
    EXPECT_EQ(picture.band->kind, models::WallBand::Kind::stale);
    for (const models::WallFigure &figure : picture.figures)
        EXPECT_TRUE(figure.stale) << figure.label.toStdString();
}

TEST(WallTest, BellwethersOwnSilenceIsStaleToo)
{
    EXPECT_EQ(pictureOf(copyOf(Sample::healthy), 3000).word, WallWord::healthy);
    const WallPicture picture = pictureOf(copyOf(Sample::healthy), 3001);
    EXPECT_EQ(picture.word, WallWord::stale);
    EXPECT_TRUE(picture.band->headline.contains(QStringLiteral("itself")));
    for (const models::WallFigure &figure : picture.figures)
        EXPECT_TRUE(figure.stale);
}

TEST(WallTest, PublishersThatAllSaidGoodbyeLeaveItStale)
{
    const auto snapshot = copyOf(Sample::healthy);
    snapshot->freshness.sourcesKnown = 0;
    snapshot->freshness.sourcesUp = 0;
    EXPECT_EQ(pictureOf(snapshot).word, WallWord::stale);
}

TEST(WallTest, OneSilentSourceMakesTheWordStaleAndItsNumbersHollow)
{
    const auto snapshot = copyOf(Sample::healthy);
    auto metrics = std::make_shared<ingest::Metrics>(*snapshot->metrics);
    const std::string role = snapshot->configuration->experience.success;
    for (ingest::SignalSnapshot &signal : metrics->signals)
        if (signal.name == role) {
            signal.silentSources = {"/shop/payments"};
            signal.staleSince = snapshot->engineTime - std::chrono::seconds(12);
        }
    snapshot->metrics = metrics;
    const WallPicture picture = pictureOf(snapshot);
    EXPECT_EQ(picture.word, WallWord::stale);
    EXPECT_FALSE(picture.stale); // the other numbers hold
    EXPECT_TRUE(picture.figures[1].stale);
    EXPECT_FALSE(picture.figures[2].stale);
    ASSERT_TRUE(picture.band);
    EXPECT_TRUE(picture.band->headline.startsWith(QStringLiteral("/shop/payments")));
    EXPECT_EQ(picture.band->first, QStringLiteral("0:12"));
}

TEST(WallTest, TooFewEventsAreNoVerdict)
{
    const WallPicture picture = pictureOf(copyOf(Sample::fewData));
    EXPECT_EQ(picture.word, WallWord::noData);
    EXPECT_TRUE(picture.sentence.startsWith(QStringLiteral("Too few events")));
}

TEST(WallTest, NothingEverReceivedIsNoData)
{
    const WallPicture picture = pictureOf(copyOf(Sample::empty));
    EXPECT_EQ(picture.word, WallWord::noData);
    EXPECT_TRUE(picture.chart.line.empty());
}

// Of the events of the window.
void setLoss(ingest::Snapshot &snapshot, std::uint64_t inWindows, std::uint64_t lost)
{
    auto metrics = std::make_shared<ingest::Metrics>(*snapshot.metrics);
    metrics->windowLedger.inWindows = inWindows;
    metrics->windowLedger.lost = lost;
    snapshot.metrics = metrics;
}

TEST(WallTest, LostEventsAreSaidInTheBandFromOnePercentOn)
{
    const auto snapshot = copyOf(Sample::healthy);
    setLoss(*snapshot, 9'901, 99);
    EXPECT_FALSE(pictureOf(snapshot).band);
    setLoss(*snapshot, 9'901, 101);
    const WallPicture picture = pictureOf(snapshot);
    ASSERT_TRUE(picture.band);
    EXPECT_EQ(picture.band->kind, models::WallBand::Kind::incomplete);
    EXPECT_EQ(picture.freshness, models::Status::look);
}

TEST(WallTest, WhatWasLostIsALowerBoundWhereASourceEndedWithoutGoodbye)
{
    const auto snapshot = copyOf(Sample::healthy);
    setLoss(*snapshot, 9'900, 100);
    snapshot->sources.resize(1);
    snapshot->sources.front().state = ingest::SourceState::up;
    EXPECT_TRUE(pictureOf(snapshot).factsText.contains(QStringLiteral("lost 1")));
    snapshot->sources.front().state = ingest::SourceState::silent;
    EXPECT_TRUE(pictureOf(snapshot).factsText.contains(QStringLiteral("lost ≥ 1")));
    snapshot->sources.front().state = ingest::SourceState::up;
    snapshot->sources.front().tailUnknown = true;
    const WallPicture picture = pictureOf(snapshot);
    EXPECT_TRUE(picture.factsText.contains(QStringLiteral("lost ≥ 1")));
    ASSERT_TRUE(picture.band);
    EXPECT_TRUE(picture.band->detail.contains(QStringLiteral("without goodbye")));
}

TEST(WallTest, AnOpenIncidentFillsTheBand)
{
    const auto snapshot = copyOf(Sample::healthy);
    ingest::Incident incident;
    incident.kind = ingest::IncidentKind::ratio;
    incident.title = "Payment success";
    incident.since = snapshot->asOf - std::chrono::minutes(29);
    incident.failures = 231;
    incident.trials = 1000;
    incident.limit = 0.05;
    incident.owner.name = "Payments";
    incident.cost.lostSums = {{ingest::wire::CurrencyCode{{'E', 'U', 'R'}}, 3'240'000, 2}};
    snapshot->incidents = {incident};
    const WallPicture picture = pictureOf(snapshot);
    EXPECT_EQ(picture.word, WallWord::critical);
    EXPECT_EQ(small::plain(picture.sentence),
              "Last minute: Payment success 23.1_% fail, limit 5_%.");
    ASSERT_TRUE(picture.band);
    EXPECT_EQ(small::plain(picture.band->headline), "Payment success: 23.1_% fail");
    EXPECT_EQ(small::plain(picture.band->detail), "Last minute. Owner: Payments.");
    EXPECT_EQ(small::plain(picture.band->first), "29_min");
    EXPECT_EQ(small::plain(picture.band->second), "E32.4_k");
}

TEST(WallTest, AnIncidentThatEndedIsNoneAnyMore)
{
    const auto snapshot = copyOf(Sample::healthy);
    snapshot->incidents.emplace_back();
    snapshot->incidents.back().until = snapshot->asOf;
    EXPECT_EQ(pictureOf(snapshot).word, WallWord::healthy);
    EXPECT_FALSE(pictureOf(snapshot).band);
}

TEST(WallTest, WhatCannotBeJudgedForGapsIsNotCalledHealthy)
{
    const auto snapshot = copyOf(Sample::healthy);
    auto metrics = std::make_shared<ingest::Metrics>(*snapshot->metrics);
    for (ingest::SignalSnapshot &signal : metrics->signals) {
        signal.brokenSource = "/shop/payments";
        signal.unheard = snapshot->observed / 50;
    }
    snapshot->metrics = metrics;
    const WallPicture picture = pictureOf(snapshot);
    EXPECT_EQ(picture.word, WallWord::degraded);
    EXPECT_TRUE(picture.sentence.contains(QStringLiteral("cannot be judged")));
    ASSERT_TRUE(picture.band);
    EXPECT_EQ(picture.band->kind, models::WallBand::Kind::incomplete);
    EXPECT_TRUE(picture.band->headline.contains(QStringLiteral("/shop/payments")));
    EXPECT_TRUE(picture.band->first.isEmpty()) << "none is known to be lost: no number";
    metrics->windowLedger.lost = 3;
    EXPECT_EQ(small::plain(pictureOf(snapshot).band->first), "\u2265 3");
    EXPECT_EQ(picture.figures[0].status, models::Status::look);
    EXPECT_EQ(picture.figures[0].word, QStringLiteral("Gaps"));
    EXPECT_EQ(picture.freshness, models::Status::look);
}

} // namespace
