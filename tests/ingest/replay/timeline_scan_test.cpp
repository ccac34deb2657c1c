// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/timeline_scan.h"

#include "tests/ingest/support/eventually.h"
#include "tests/ingest/support/recorded_customers.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using replay::Timeline;
using replay::TimelineScan;
using test::RecordedCustomers;

std::uint64_t eventsOf(const Timeline &timeline)
{
    std::uint64_t events = 0;
    for (const replay::TimelinePoint &point : timeline.points)
        events += point.events;
    return events;
}

TEST(TimelineScanTest, CountsWhatTheRecordingHolds)
{
    RecordedCustomers customers(60);
    customers.record(customers.begin(), customers.end());
    const TimelineScan scan(customers.original());
    ASSERT_TRUE(support::eventually([&] { return scan.timeline()->complete; }));
    const auto timeline = scan.timeline();
    EXPECT_EQ(eventsOf(*timeline), customers.messages().size() - 1); // one is no event
    EXPECT_EQ(timeline->from, customers.begin());
    EXPECT_EQ(timeline->to, customers.end());
}

TEST(TimelineScanTest, FollowsARecordingThatGrows)
{
    RecordedCustomers customers(60);
    const Second half = customers.begin() + Seconds{30};
    auto original = customers.original();
    original.growing = true;
    const TimelineScan scan(original);
    EXPECT_TRUE(scan.timeline()->empty());
    customers.record(customers.begin(), half);
    EXPECT_TRUE(support::eventually([&] { return scan.timeline()->to == half; }));
}

} // namespace
