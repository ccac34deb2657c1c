// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scrubber.h"

#include <gtest/gtest.h>

#include <numeric>

namespace {

using ingest::replay::Timeline;

constexpr ingest::Second kFrom{ingest::Seconds{1'800'000'000}};
constexpr double kFromMs = 1.8e12;

Timeline timeline()
{
    Timeline timeline;
    timeline.from = kFrom;
    timeline.to = kFrom + ingest::Seconds{100};
    timeline.points.assign(100, {10, 1});
    timeline.points[50] = {110, 101};
    return timeline;
}

TEST(ScrubberTest, ShowsMarkersOfTheRecordingAndThoseHistoryKnows)
{
    auto recorded = std::make_shared<Timeline>(timeline());
    const auto deploy = [](int second, const char *title) {
        return ingest::Marker{kFrom + ingest::Seconds{second}, ingest::config::MarkerKind::deploy,
                              title};
    };
    recorded->markers = {deploy(10, "recorded"), deploy(20, "both")};
    ingest::replay::ReplayState state;
    state.timeline = recorded;
    ingest::Snapshot snapshot;
    snapshot.markers = {deploy(-60, "before"), deploy(20, "both"), deploy(30, "kept")};
    std::vector<ingest::Marker> known;
    models::addMarkers(snapshot, known);
    QStringList titles;
    for (const models::ChangeMark &mark :
         models::scrubberView(state, ingest::Window::oneHour, {}, known).changes)
        titles += mark.title;
    EXPECT_EQ(titles.join(QLatin1Char(' ')), QStringLiteral("recorded both kept"));
}

TEST(ScrubberTest, BarsHoldWhatTheTimelineHolds)
{
    for (const int count : {7, 100, 333}) {
        const double width = 100.0 / count;
        double events = 0;
        double failed = 0;
        for (const models::DensityBar &bar :
             models::densityBars(timeline(), kFromMs, kFromMs + 100'000, count)) {
            events += bar.events * width;
            failed += bar.failed * width;
        }
        EXPECT_NEAR(events, 1100, 1e-6) << count;
        EXPECT_NEAR(failed, 200, 1e-6) << count;
    }
}

TEST(ScrubberTest, ABarIsEventsASecondInItsSpan)
{
    const auto bars = models::densityBars(timeline(), kFromMs, kFromMs + 200'000, 20);
    EXPECT_DOUBLE_EQ(bars[0].events, 10);
    EXPECT_DOUBLE_EQ(bars[5].events, 20); // 200 in ten seconds
    EXPECT_DOUBLE_EQ(bars[5].failed, 11);
    EXPECT_DOUBLE_EQ(bars[15].events, 0); // after its end
}

TEST(ScrubberTest, NothingToShowIsNoBars)
{
    EXPECT_TRUE(models::densityBars(timeline(), kFromMs, kFromMs, 0).empty());
    EXPECT_EQ(models::densityBars(Timeline{}, kFromMs, kFromMs + 1000, 3).size(), 3u);
}

TEST(ScrubberTest, IncidentsAreKnownByTheirBeginningAndGrow)
{
    ingest::Snapshot snapshot;
    snapshot.asOf = kFrom + ingest::Seconds{60};
    ingest::Incident incident;
    incident.title = "Payment success";
    incident.since = kFrom + ingest::Seconds{30};
    snapshot.incidents = {incident};
    std::vector<models::StripIncident> marks;
    models::addIncidents(snapshot, marks);
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_TRUE(marks[0].open);
    EXPECT_EQ(marks[0].status, models::Status::bad) << "as on the charts";
    EXPECT_EQ(marks[0].toMs, kFromMs + 60'000);
    snapshot.asOf = kFrom + ingest::Seconds{90};
    snapshot.incidents[0].until = kFrom + ingest::Seconds{80};
    models::addIncidents(snapshot, marks);
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_FALSE(marks[0].open);
    EXPECT_EQ(marks[0].toMs, kFromMs + 80'000);
    // Seen from earlier it is not known yet how it ended: that is not forgotten.
    snapshot.asOf = kFrom + ingest::Seconds{40};
    snapshot.incidents[0].until.reset();
    models::addIncidents(snapshot, marks);
    EXPECT_EQ(marks[0].toMs, kFromMs + 80'000);
    EXPECT_FALSE(marks[0].open);
    snapshot.incidents[0].kind = ingest::IncidentKind::category;
    snapshot.incidents[0].subject = "3ds_timeout";
    marks.clear();
    models::addIncidents(snapshot, marks);
    EXPECT_EQ(marks[0].title, QStringLiteral("3ds timeout"));
    EXPECT_EQ(marks[0].status, models::Status::look);
}

TEST(ScrubberTest, MarkersAreThoseOfTheRecordingWhereverItStands)
{
    Timeline recorded = timeline();
    recorded.markers = {{kFrom - ingest::Seconds{1}, {}, "before"},
                        {kFrom + ingest::Seconds{70}, {}, "web 4.3.0"}};
    ingest::replay::ReplayState state;
    state.timeline = std::make_shared<const Timeline>(recorded);
    state.at = kFrom + ingest::Seconds{40};
    const auto view = models::scrubberView(state, ingest::Window::oneMinute, std::nullopt);
    ASSERT_EQ(view.changes.size(), 1u);
    EXPECT_EQ(view.changes[0].title, QStringLiteral("web 4.3.0"));
    EXPECT_EQ(view.changes[0].ms, kFromMs + 70'000);
}

TEST(ScrubberTest, TheStripGoesToThePresentWhereThereIsOne)
{
    ingest::replay::ReplayState state;
    state.timeline = std::make_shared<const Timeline>(timeline());
    state.at = kFrom + ingest::Seconds{40};
    const auto live = models::scrubberView(state, ingest::Window::oneMinute, kFromMs + 110'000);
    EXPECT_TRUE(live.live);
    EXPECT_EQ(live.toMs, kFromMs + 110'000);
    EXPECT_EQ(live.atMs, kFromMs + 40'000);
    EXPECT_EQ(live.spanMs, 60'000);
    const auto closed = models::scrubberView(state, ingest::Window::oneMinute, std::nullopt);
    EXPECT_FALSE(closed.live);
    EXPECT_EQ(closed.toMs, kFromMs + 100'000);
    state.at = ingest::replay::kEnd;
    EXPECT_EQ(models::scrubberView(state, ingest::Window::oneMinute, std::nullopt).atMs,
              closed.toMs);
}

TEST(ScrubberTest, UntilAnythingIsKnownItIsEmpty)
{
    ingest::replay::ReplayState state;
    EXPECT_TRUE(models::scrubberView(state, ingest::Window::oneHour, std::nullopt).empty());
}

} // namespace
