// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/due_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <vector>

namespace {

using ingest::metrics::DueEvent;
using ingest::metrics::DueGroups;

// What they were when they came is told by `match`.
std::vector<DueEvent> dueOf(const std::vector<std::uint64_t> &keys)
{
    std::vector<DueEvent> events;
    for (const std::uint64_t key : keys)
        events.push_back({key, 0, static_cast<std::uint32_t>(events.size())});
    return events;
}

std::vector<std::vector<std::uint32_t>> groupsOf(const std::vector<DueEvent> &events)
{
    const auto groups = std::make_unique<DueGroups>();
    groups->arrange(dueOf({9, 9, 8})); // what was before leaves no trace
    groups->arrange(events);
    std::vector<std::vector<std::uint32_t>> all;
    for (std::size_t group = 0; group < groups->size(); ++group) {
        all.emplace_back();
        for (const DueEvent &event : (*groups)[group]) {
            EXPECT_EQ(event.key, events[event.match].key);
            EXPECT_EQ(event.key, (*groups)[group].front().key);
            all.back().push_back(event.match);
        }
    }
    return all;
}

TEST(DueGroups, OfOneJourneyStandTogetherInTheOrderTheyCame)
{
    EXPECT_THAT(groupsOf(dueOf({5, 7, 5, 9, 7, 5})),
                testing::ElementsAre(testing::ElementsAre(0, 2, 5), testing::ElementsAre(1, 4),
                                     testing::ElementsAre(3)));
}

TEST(DueGroups, OfTwoSecondsStandApartAndKeepTheOrderOfTheJourney)
{
    std::vector<DueEvent> events = dueOf({5, 5, 5, 5});
    events[0].time = 1'000'000'000; // a second includes its end
    events[1].time = 1;
    events[2].time = 1'000'000'001;
    EXPECT_THAT(groupsOf(events),
                testing::ElementsAre(testing::ElementsAre(0, 1), testing::ElementsAre(2),
                                     testing::ElementsAre(3)));
}

TEST(DueGroups, AreNoneOfNothing)
{
    EXPECT_THAT(groupsOf({}), testing::IsEmpty());
}

TEST(DueGroups, OfOnePlacePartEachOther)
{
    const std::uint64_t same = 5 + 2 * DueGroups::kMostEvents;
    EXPECT_THAT(groupsOf(dueOf({5, same, 5, 5})),
                testing::ElementsAre(testing::ElementsAre(0), testing::ElementsAre(1),
                                     testing::ElementsAre(2, 3)));
}

TEST(DueGroups, AreBoundedInSize)
{
    const auto groups = groupsOf(dueOf(std::vector<std::uint64_t>(DueGroups::kMostTogether + 3)));
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[0].size(), DueGroups::kMostTogether);
    EXPECT_THAT(groups[1],
                testing::ElementsAre(DueGroups::kMostTogether, DueGroups::kMostTogether + 1,
                                     DueGroups::kMostTogether + 2));
}

TEST(DueGroups, HoldEveryEventOnce)
{
    std::mt19937_64 random(1);
    for (const std::uint64_t keys : {1u, 50u, 100'000u}) {
        std::vector<std::uint64_t> chosen(DueGroups::kMostEvents);
        for (std::uint64_t &key : chosen)
            key = random() % keys * 0x9e3779b97f4a7c15;
        std::vector<bool> held(chosen.size());
        for (const auto &group : groupsOf(dueOf(chosen)))
            for (const std::uint32_t event : group) {
                EXPECT_FALSE(held[event]);
                held[event] = true;
            }
        EXPECT_THAT(held, testing::Not(testing::Contains(false)));
    }
}

} // namespace
