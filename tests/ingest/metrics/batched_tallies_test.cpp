// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/batched_tallies.h"

#include "ingest/metrics/tally_table.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using ingest::metrics::BatchedTallies;
using ingest::metrics::Latencies;
using ingest::metrics::Tally;
using ingest::metrics::TallyTable;

void expectEqual(const std::vector<Tally<Latencies>> &tallies,
                 const std::vector<Tally<Latencies>> &expected)
{
    ASSERT_EQ(tallies.size(), expected.size());
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        EXPECT_EQ(tallies[i].key, expected[i].key) << i;
        EXPECT_EQ(tallies[i].quantity.n, expected[i].quantity.n) << i;
        EXPECT_EQ(tallies[i].quantity.maxMs, expected[i].quantity.maxMs) << i;
    }
}

// Whenever somebody looks, and after being cleared, in the same order too.
TEST(BatchedTallies, ComeToWhatATableWithoutWaitingComesTo)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE(seed);
    std::mt19937 numbers(seed);
    const auto random = [&numbers] { return static_cast<std::uint32_t>(numbers()); };
    BatchedTallies<Latencies> batched;
    TallyTable<Latencies> table;
    for (unsigned i = 0; i < 20'000; ++i) {
        const std::uint32_t key = (random() % 3) << 12 | random() % 300;
        const Latencies quantity{1 + random() % 2, static_cast<double>(random() % 1'000)};
        batched.add(key, quantity);
        table.add(key, quantity);
        if (random() % 500 == 0)
            expectEqual(batched.tallies(), table.tallies());
        if (random() % 3'000 == 0) {
            batched.clear();
            table.clear();
        }
    }
    expectEqual(batched.tallies(), table.tallies());
}

TEST(BatchedTallies, ForgetWhatWaits)
{
    BatchedTallies<Latencies> batched;
    batched.add(1, {1, 5});
    batched.clear();
    EXPECT_TRUE(batched.tallies().empty());
}

} // namespace
