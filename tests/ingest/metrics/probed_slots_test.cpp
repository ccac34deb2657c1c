// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/probed_slots.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace {

using ingest::metrics::ProbedSlots;

struct ProbedEntry
{
    std::uint64_t hash = 0; // 0: free
    std::uint64_t number = 0;

    [[nodiscard]] bool isFree() const { return hash == 0; }
};

std::uint64_t hashOfItem(const ProbedEntry &item)
{
    return item.hash;
}

// As a table looks: the slot that has the hash, or the free one where it would be put.
ProbedEntry &slotIn(ProbedSlots<ProbedEntry> &slots, std::uint64_t hash)
{
    std::size_t at = slots.homeOf(hash);
    while (!slots[at].isFree() && slots[at].hash != hash)
        at = slots.after(at);
    return slots[at];
}

void expectAll(ProbedSlots<ProbedEntry> &slots,
               const std::map<std::uint64_t, std::uint64_t> &expected)
{
    for (const auto &[hash, number] : expected)
        ASSERT_EQ(slotIn(slots, hash).number, number) << "hash " << hash;
    std::size_t used = 0;
    for (const ProbedEntry &item : slots)
        used += item.isFree() ? 0 : 1;
    ASSERT_EQ(used, expected.size());
}

// Homes that lie close together at both ends of the smaller and of the larger table, so that what
// has no room goes round the end of either.
TEST(ProbedSlots, GrowCrowdedRoundTheEnd)
{
    for (int round = 0; round < 3'000; ++round) {
        const std::uint64_t seed = std::random_device{}();
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        std::mt19937_64 random(seed);
        ProbedSlots<ProbedEntry> slots(16);
        std::map<std::uint64_t, std::uint64_t> expected;
        const auto fill = [&](std::size_t to) {
            while (expected.size() < to) {
                const std::uint64_t home = (slots.size() - 5 + random() % 9) % slots.size();
                const std::uint64_t half = random() % 2 * slots.size(); // of the larger table
                const std::uint64_t hash = (random() % 50 + 1) << 32 | (home + half);
                expected.emplace(hash, expected.size());
                slotIn(slots, hash) = {hash, expected.at(hash)};
            }
        };
        for (const std::size_t size : {32, 128, 256}) {
            fill(slots.size() * 3 / 4);
            slots.growTo(size, hashOfItem);
            ASSERT_EQ(slots.size(), size);
            expectAll(slots, expected);
        }
    }
}

TEST(ProbedSlots, EraseWhereCrowdedRoundTheEnd)
{
    for (int round = 0; round < 3'000; ++round) {
        const std::uint64_t seed = std::random_device{}();
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        std::mt19937_64 random(seed);
        ProbedSlots<ProbedEntry> slots(32);
        std::map<std::uint64_t, std::uint64_t> expected;
        for (std::uint64_t number = 1; number <= 24; ++number) {
            const std::uint64_t hash = number << 32 | (32 - 5 + random() % 9) % 32;
            expected.emplace(hash, number);
            slotIn(slots, hash) = {hash, number};
        }
        const std::uint64_t part = 2 + random() % 3;
        const auto isGone = [part](const auto &item) { return item.number % part == 0; };
        EXPECT_EQ(slots.erase(isGone, hashOfItem), 24 / part);
        std::erase_if(expected, [part](const auto &item) { return item.second % part == 0; });
        expectAll(slots, expected);
    }
    EXPECT_EQ(ProbedSlots<ProbedEntry>().erase([](const auto &) { return true; }, hashOfItem), 0u);
}

// 4 MiB are 262,144 of these slots: from the heap to the system's pages and on.
TEST(ProbedSlots, GrowThroughEverySize)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    ProbedSlots<ProbedEntry> slots;
    std::map<std::uint64_t, std::uint64_t> expected;
    for (std::size_t size = 64; size <= 1'048'576; size *= 2) {
        slots.growTo(size, hashOfItem);
        expectAll(slots, expected);
        while (expected.size() < size * 2 / 3) {
            const std::uint64_t hash = random() | 1;
            expected.emplace(hash, expected.size());
            slotIn(slots, hash) = {hash, expected.at(hash)};
        }
    }
    expectAll(slots, expected);
}

TEST(ProbedSlots, PutInTurnIntoAsManyComeToLieWhereTheyWere)
{
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    ProbedSlots<ProbedEntry> slots(64);
    for (std::uint64_t number = 0; number < 40; ++number) {
        const std::uint64_t hash = (number + 1) << 32 | random() % 64;
        slotIn(slots, hash) = {hash, number};
    }
    ProbedSlots<ProbedEntry> again(64);
    slots.forEachInTurn([&again](const ProbedEntry &item) { slotIn(again, item.hash) = item; });
    for (std::size_t at = 0; at < slots.size(); ++at)
        EXPECT_EQ(again[at].hash, slots[at].hash) << "slot " << at;
}

TEST(ProbedSlots, MovedAwayLeaveNone)
{
    ProbedSlots<ProbedEntry> slots(64);
    slotIn(slots, 7) = {7, 1};
    ProbedSlots<ProbedEntry> taken = std::move(slots);
    EXPECT_EQ(slotIn(taken, 7).number, 1u);
    slots = ProbedSlots<ProbedEntry>(32);
    EXPECT_EQ(slots.size(), 32u);
    EXPECT_TRUE(slotIn(slots, 7).isFree());
}

} // namespace
