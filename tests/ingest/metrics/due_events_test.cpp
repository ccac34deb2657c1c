// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/due_events.h"
#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

#include <gtest/gtest.h>

namespace {

using ingest::metrics::DueEvent;
using ingest::metrics::DueEvents;

constexpr std::uint64_t kFlood = 3 * DueEvents::kTogether + 5;

void addMany(DueEvents &due, std::int64_t second, std::uint64_t count)
{
    for (std::uint64_t key = 0; key < count; ++key)
        ASSERT_TRUE(due.add(second, {key, second, static_cast<std::uint32_t>(key % 7)}));
}

std::vector<std::uint64_t> keysDue(DueEvents &due, std::int64_t second)
{
    std::vector<std::uint64_t> keys;
    due.release(second, [&](std::span<const DueEvent> events) {
        EXPECT_FALSE(events.empty());
        EXPECT_LE(events.size(), DueEvents::kTogether);
        for (const DueEvent &event : events)
            keys.push_back(event.key);
    });
    return keys;
}

std::vector<std::uint64_t> upTo(std::uint64_t count)
{
    std::vector<std::uint64_t> keys(count);
    for (std::uint64_t key = 0; key < count; ++key)
        keys[key] = key;
    return keys;
}

TEST(DueEvents, GivesEachSecondItsOwnInTheOrderTheyCame)
{
    DueEvents due;
    for (const std::uint64_t count :
         {std::uint64_t{1}, std::uint64_t{DueEvents::kTogether}, kFlood}) {
        addMany(due, 100, count);
        addMany(due, 101, 3);
        EXPECT_EQ(keysDue(due, 100), upTo(count));
        EXPECT_TRUE(keysDue(due, 100).empty());
        EXPECT_FALSE(due.empty());
        EXPECT_EQ(due.greatestMatch(), 2u);
        EXPECT_EQ(keysDue(due, 101), upTo(3));
        EXPECT_TRUE(due.empty());
    }
}

TEST(DueEvents, TakesNoMoreThanItsCapAndAgainAfterThat)
{
    DueEvents due;
    addMany(due, 5, DueEvents::kMostEvents - 1);
    EXPECT_TRUE(due.add(6, {}));
    EXPECT_FALSE(due.add(6, {}));
    EXPECT_EQ(keysDue(due, 5).size(), DueEvents::kMostEvents - 1);
    EXPECT_TRUE(due.add(6, {}));
    EXPECT_EQ(keysDue(due, 6).size(), 2u);
}

TEST(DueEvents, GoesOnFromAState)
{
    DueEvents due;
    addMany(due, 20, kFlood);
    addMany(due, 22, 2);
    ingest::state::StateWriter writer;
    due.archive(writer);
    ingest::state::StateReader reader(writer.bytes());
    DueEvents again;
    again.archive(reader);
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ(reader.left(), 0u);
    EXPECT_EQ(again.greatestMatch(), 6u);
    EXPECT_EQ(keysDue(again, 20), upTo(kFlood));
    EXPECT_EQ(keysDue(again, 22), upTo(2));
    EXPECT_TRUE(again.empty());
}

} // namespace
