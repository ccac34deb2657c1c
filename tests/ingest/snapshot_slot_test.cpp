// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/snapshot_slot.h"

#include "ingest/snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace ingest;

// Says its number in every part, so that parts of two show.
std::shared_ptr<const Snapshot> numbered(std::uint64_t number)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->ledger.received = number;
    snapshot->ledger.accepted = number;
    snapshot->markersDropped = number;
    snapshot->warnings.assign(1 + number % 7, "snapshot number " + std::to_string(number));
    return snapshot;
}

bool isWhole(const Snapshot &snapshot)
{
    const std::uint64_t number = snapshot.ledger.received;
    const std::string text = "snapshot number " + std::to_string(number);
    return snapshot.ledger.accepted == number && snapshot.markersDropped == number &&
           snapshot.warnings.size() == 1 + number % 7 &&
           std::ranges::count(snapshot.warnings, text) == std::ssize(snapshot.warnings);
}

TEST(SnapshotSlotTest, IsEmptyUntilSomethingIsPublished)
{
    SnapshotSlot slot;
    EXPECT_EQ(slot.latest(), nullptr);
    slot.publish(numbered(1));
    ASSERT_NE(slot.latest(), nullptr);
    EXPECT_EQ(slot.latest()->ledger.received, 1u);
}

TEST(SnapshotSlotTest, TheLatestWinsAndWhatNobodyHoldsIsFreed)
{
    SnapshotSlot slot;
    slot.publish(numbered(1));
    const auto held = slot.latest();
    auto second = numbered(2);
    const std::weak_ptr<const Snapshot> skipped = second;
    slot.publish(std::move(second));
    slot.publish(numbered(3));
    EXPECT_TRUE(skipped.expired());
    EXPECT_EQ(slot.latest()->ledger.received, 3u);
    EXPECT_EQ(held->ledger.received, 1u);
}

TEST(SnapshotSlotTest, SaysWhetherSomebodyHasLookedSinceTheLast)
{
    SnapshotSlot slot;
    EXPECT_TRUE(slot.taken());
    slot.publish(numbered(1));
    EXPECT_FALSE(slot.taken());
    (void)slot.latest();
    EXPECT_TRUE(slot.taken());
    slot.publish(numbered(2));
    EXPECT_FALSE(slot.taken());
}

// One publishes and four read, until each of these has seen so many different ones.
TEST(SnapshotSlotTest, ReadersSeeWholeSnapshotsInTheOrderTheyWerePublished)
{
    constexpr std::uint64_t kSeenByEach = 200;
    SnapshotSlot slot;
    std::array<std::atomic<std::uint64_t>, 4> seen{};
    std::atomic<std::uint64_t> torn = 0;
    std::atomic<std::uint64_t> backwards = 0;
    std::atomic<std::uint64_t> last = 0; // set once nothing more will be published
    const auto read = [&](std::atomic<std::uint64_t> &distinct) {
        std::uint64_t newest = 0;
        while (last == 0 || newest < last) {
            const auto snapshot = slot.latest();
            if (!snapshot)
                continue;
            torn += isWhole(*snapshot) ? 0 : 1;
            const std::uint64_t number = snapshot->ledger.received;
            backwards += number < newest ? 1 : 0;
            distinct += number > newest ? 1 : 0;
            newest = std::max(newest, number);
        }
    };
    std::uint64_t published = 0;
    {
        std::vector<std::jthread> readers;
        for (auto &distinct : seen)
            readers.emplace_back(read, std::ref(distinct));
        while (std::ranges::any_of(seen, [](const auto &count) { return count < kSeenByEach; }))
            slot.publish(numbered(++published));
        last = published;
    } // who never saw the last one would not end
    EXPECT_EQ(torn, 0u);
    EXPECT_EQ(backwards, 0u);
    EXPECT_EQ(slot.latest()->ledger.received, published);
}

} // namespace
