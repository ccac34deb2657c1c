// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/shared_tallies.h"

#include <gtest/gtest.h>

#include <numeric>
#include <thread>
#include <vector>

namespace {

using ingest::metrics::Count;
using Tallies = ingest::metrics::SharedTallies<Count>;

std::vector<std::uint32_t> keysOf(const Tallies &tallies)
{
    std::vector<std::uint32_t> keys;
    for (const auto &tally : tallies.get())
        keys.push_back(tally.key);
    return keys;
}

void set(Tallies &tallies, const std::vector<std::uint32_t> &keys)
{
    const auto room = tallies.renew(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        room[i] = {keys[i], {1}};
}

using Keys = std::vector<std::uint32_t>;

TEST(SharedTalliesTest, IsAPointerAndNothingAtFirst)
{
    const Tallies none;
    EXPECT_TRUE(none.get().empty());
    EXPECT_EQ(none.ordered(), 0u);
    EXPECT_EQ(sizeof none, sizeof(void *));
}

TEST(SharedTalliesTest, WhatACopyHoldsStaysWhenTheOriginalIsAppendedTo)
{
    Tallies tallies;
    set(tallies, {1, 2});
    const Tallies kept = tallies;
    EXPECT_EQ(kept.get().data(), tallies.get().data()) << "one until then";
    tallies.append({3, {1}});
    EXPECT_EQ(keysOf(kept), (Keys{1, 2}));
    EXPECT_EQ(keysOf(tallies), (Keys{1, 2, 3}));
}

TEST(SharedTalliesTest, WhatACopyHoldsStaysThoughThereIsRoomBehindIt)
{
    Tallies tallies;
    tallies.append({1, {1}});
    const Tallies kept = tallies;
    tallies.append({2, {1}});
    EXPECT_EQ(keysOf(kept), Keys{1});
}

TEST(SharedTalliesTest, WhatACopyHoldsStaysWhenTheOriginalIsSetAnewOrChanged)
{
    Tallies tallies;
    set(tallies, {1, 2, 3});
    const Tallies kept = tallies;
    set(tallies, {9});
    EXPECT_EQ(keysOf(kept), (Keys{1, 2, 3}));
    tallies = kept;
    tallies.own()[0].key = 7;
    tallies.keep(1, 1);
    EXPECT_EQ(keysOf(kept), (Keys{1, 2, 3}));
    EXPECT_EQ(keysOf(tallies), Keys{7});
}

TEST(SharedTalliesTest, WhatIsAppendedIsBehindWhatIsInOrder)
{
    Tallies tallies;
    set(tallies, {1, 2});
    EXPECT_EQ(tallies.ordered(), 2u);
    tallies.append({1, {1}});
    EXPECT_EQ(tallies.ordered(), 2u);
    tallies.keep(3, 1);
    const Tallies kept = tallies;
    tallies.append({4, {1}});
    EXPECT_EQ(tallies.ordered(), 1u) << "in a copy of its own too";
}

TEST(SharedTalliesTest, ManyAreAppended)
{
    Tallies tallies;
    Keys expected(1'000);
    std::iota(expected.begin(), expected.end(), 0u);
    for (const std::uint32_t key : expected)
        tallies.append({key, {1}});
    EXPECT_EQ(keysOf(tallies), expected);
}

TEST(SharedTalliesTest, WhoIsAloneKeepsItsMemory)
{
    Tallies tallies;
    set(tallies, {1, 2, 3});
    const auto *place = tallies.get().data();
    {
        const Tallies kept = tallies;
    }
    EXPECT_EQ(tallies.own().data(), place);
    set(tallies, {4, 5});
    EXPECT_EQ(tallies.get().data(), place);
}

TEST(SharedTalliesTest, WhatIsSetToNothingHasNoMemory)
{
    Tallies tallies;
    set(tallies, {1});
    const Tallies kept = tallies;
    set(tallies, {});
    EXPECT_EQ(tallies.get().data(), nullptr);
    EXPECT_EQ(keysOf(kept), Keys{1});
}

TEST(SharedTalliesTest, ACopyOutlivesTheOriginalAndItself)
{
    Tallies tallies;
    set(tallies, {1, 2});
    const Tallies kept = tallies;
    tallies = {};
    EXPECT_EQ(keysOf(kept), (Keys{1, 2}));
    const Tallies &itself = tallies = kept;
    tallies = itself;
    EXPECT_EQ(keysOf(tallies), (Keys{1, 2}));
}

TEST(SharedTalliesTest, ACopyIsReadByAnotherThreadWhileTheOriginalChanges)
{
    Tallies tallies;
    for (std::uint32_t round = 0; round < 200; ++round) {
        set(tallies, Keys(100, round));
        std::thread reader([kept = tallies, round] { EXPECT_EQ(keysOf(kept), Keys(100, round)); });
        for (auto &tally : tallies.own())
            tally.key = 1'000;
        tallies.append({1'000, {1}});
        reader.join();
    }
}

} // namespace
