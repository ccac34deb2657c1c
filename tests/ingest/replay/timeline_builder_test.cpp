// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/timeline_builder.h"

#include "ingest/engine.h"
#include "ingest/snapshot.h"
#include "ingest/wire/frame.h"

#include <gtest/gtest.h>

#include <numeric>

namespace {

using namespace ingest;
using replay::DueEntry;
using replay::Timeline;
using replay::TimelineBuilder;
using replay::TimelinePoint;

constexpr Timestamp kTimelineStart{Seconds{1'800'000'000}};
constexpr auto kHalfSecond = std::chrono::milliseconds{500};

config::Configuration withMarkers()
{
    config::Configuration configuration;
    configuration.markers.push_back(
        {{{"deployed", {{"stage", "prod"}}}}, config::MarkerKind::deploy, "{service}"});
    return configuration;
}

class TimelineBuilderTest : public testing::Test
{
protected:
    void add(Timestamp arrival, std::string_view payload)
    {
        wire::Frame frame;
        frame.payload = payload;
        frame.arrival = arrival;
        m_builder.add({frame, arrival});
    }
    void tick(Timestamp at) { m_builder.add({record::Tick{at}, at}); }

    TimelineBuilder m_builder{withMarkers()};
};

constexpr std::string_view kGoodEvent = R"({"type":"payment.approved"})";
constexpr std::string_view kBadEvent = R"({"type":"payment.failed"})";

TEST_F(TimelineBuilderTest, CountsEventsAndFailuresBySecondOfArrival)
{
    m_builder.add({record::SegmentHead{kTimelineStart, 1}, kTimelineStart});
    add(kTimelineStart + kHalfSecond, kGoodEvent);
    add(kTimelineStart + Seconds{1}, kBadEvent); // a point holds its end
    add(kTimelineStart + Seconds{2} + kHalfSecond, kBadEvent);
    add(kTimelineStart + Seconds{2} + kHalfSecond, "nonsense");
    add(kTimelineStart + Seconds{2} + kHalfSecond,
        R"({"type":"bellwether.heartbeat","source":"a","sequence":4})");
    const Timeline &timeline = m_builder.timeline();
    EXPECT_EQ(timeline.points, (std::vector<TimelinePoint>{{2, 1}, {0, 0}, {1, 1}}));
    EXPECT_EQ(Timestamp(timeline.from), kTimelineStart);
    EXPECT_EQ(Timestamp(timeline.to), kTimelineStart + Seconds{3});
}

TEST_F(TimelineBuilderTest, WhereNothingWasWrittenIsAGap)
{
    add(kTimelineStart, kGoodEvent);
    for (int second = 1; second < 20; ++second)
        tick(kTimelineStart + Seconds{second}); // quiet, and recorded
    add(kTimelineStart + Seconds{60}, kGoodEvent);
    const Timeline &timeline = m_builder.timeline();
    ASSERT_EQ(timeline.gaps.size(), 1u);
    EXPECT_EQ(Timestamp(timeline.gaps[0].from), kTimelineStart + Seconds{19});
    EXPECT_EQ(Timestamp(timeline.gaps[0].to), kTimelineStart + Seconds{60});
}

TEST_F(TimelineBuilderTest, AFileOfEventsHasNoGaps)
{
    for (const int second : {0, 100}) {
        wire::Frame frame;
        frame.payload = kGoodEvent;
        m_builder.add({frame, kTimelineStart + Seconds{second}});
    }
    EXPECT_TRUE(m_builder.timeline().gaps.empty());
    EXPECT_EQ(Timestamp(m_builder.timeline().to), kTimelineStart + Seconds{100});
}

TEST_F(TimelineBuilderTest, ALongOneIsCountedInWiderPointsAndLosesNothing)
{
    constexpr std::uint64_t kEvents = 3 * Timeline::kMostPoints;
    for (std::uint64_t i = 0; i < kEvents; ++i)
        add(kTimelineStart + Seconds{i}, i % 3 == 0 ? kBadEvent : kGoodEvent);
    const Timeline &timeline = m_builder.timeline();
    EXPECT_EQ(timeline.step, Seconds{4});
    EXPECT_LE(timeline.points.size(), Timeline::kMostPoints);
    std::uint64_t events = 0;
    std::uint64_t failed = 0;
    for (const TimelinePoint &point : timeline.points) {
        events += point.events;
        failed += point.failed;
    }
    EXPECT_EQ(events, kEvents);
    EXPECT_EQ(failed, kEvents / 3);
    EXPECT_EQ(timeline.points[100].events, 4u);
}

TEST_F(TimelineBuilderTest, WhatCouldNotBeWrittenIsCounted)
{
    m_builder.add({record::Missing{kTimelineStart, 7}, kTimelineStart});
    EXPECT_EQ(m_builder.timeline().missing, 7u);
}

TEST_F(TimelineBuilderTest, HoldsTheMarkersTheEngineHas)
{
    Engine engine(std::make_shared<const config::Configuration>(withMarkers()));
    const auto give = [&](int second, const std::string &payload) {
        wire::Frame frame;
        frame.payload = payload;
        frame.arrival = kTimelineStart + Seconds{second} + kHalfSecond;
        engine.ingest(frame);
        add(*frame.arrival, payload);
    };
    give(1, R"({"type":"deployed","stage":"prod","service":"web"})");
    give(2, R"({"type":"deployed","stage":"test","service":"cart"})");
    give(3, R"({"type":"deployed","stage":"prod","service":"late","time":1799999990})");
    give(4, R"({"type":"deployed","stage":"prod","service":"ahead","time":1800009999})");
    engine.advanceTo(kTimelineStart + Seconds{20});
    const auto markers = engine.snapshot(Window::oneMinute)->markers;
    ASSERT_EQ(markers.size(), 3u);
    EXPECT_EQ(markers[0].title, "late");
    EXPECT_EQ(m_builder.timeline().markers, markers);
}

} // namespace
