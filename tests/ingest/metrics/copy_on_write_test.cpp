// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/copy_on_write.h"

#include <gtest/gtest.h>

#include <numeric>
#include <thread>
#include <vector>

namespace {

using Numbers = ingest::metrics::CopyOnWrite<std::vector<int>>;

TEST(CopyOnWriteTest, IsNothingAtFirst)
{
    const Numbers none;
    EXPECT_TRUE(none.get().empty());
}

TEST(CopyOnWriteTest, WhatACopyHoldsStaysWhenTheOriginalChanges)
{
    Numbers numbers;
    numbers.own() = {1, 2};
    const Numbers kept = numbers;
    EXPECT_EQ(&kept.get(), &numbers.get()) << "one until then";
    numbers.own().push_back(3);
    EXPECT_EQ(kept.get(), (std::vector{1, 2}));
    EXPECT_EQ(numbers.get(), (std::vector{1, 2, 3}));
    const Numbers again = numbers;
    numbers.renew() = {9};
    EXPECT_EQ(again.get(), (std::vector{1, 2, 3}));
    EXPECT_EQ(numbers.get(), std::vector{9});
}

TEST(CopyOnWriteTest, WhoIsAloneKeepsItsMemory)
{
    Numbers numbers;
    numbers.own().reserve(100);
    const int *place = numbers.own().data();
    {
        const Numbers kept = numbers;
    }
    numbers.own().push_back(1);
    EXPECT_EQ(numbers.get().data(), place);
}

TEST(CopyOnWriteTest, ACopyIsReadByAnotherThreadWhileTheOriginalChanges)
{
    Numbers numbers;
    for (int round = 0; round < 200; ++round) {
        numbers.renew().assign(100, round);
        std::thread reader([kept = numbers, round] {
            EXPECT_EQ(std::accumulate(kept.get().begin(), kept.get().end(), 0), 100 * round);
        });
        for (int &number : numbers.own())
            number = -1;
        reader.join();
    }
}

} // namespace
