// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/tally_slice.h"

#include "ingest/state/state_reader.h"
#include "ingest/state/state_writer.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace {

using namespace ingest;
using metrics::Count;
using Slice = metrics::TallySlice<Count>;

std::map<std::uint32_t, std::uint32_t> sumsOf(const Slice &slice)
{
    std::map<std::uint32_t, std::uint32_t> sums;
    for (const auto &tally : slice.tallies())
        sums[tally.key] += tally.quantity.n;
    return sums;
}

TEST(TallySliceTest, MergesWhatCameLateNowAndThenAndTellsACopyNothing)
{
    Slice slice;
    slice.assign(std::vector<metrics::Tally<Count>>{{3, {1}}, {5, {2}}});
    const Slice kept = slice;
    for (std::uint32_t i = 0; i < 1'000; ++i)
        slice.add(3 + i % 2, {1});
    EXPECT_EQ(sumsOf(slice), (std::map<std::uint32_t, std::uint32_t>{{3, 501}, {4, 500}, {5, 2}}));
    EXPECT_LE(slice.tallies().size(), 2 * slice.ordered() + 16);
    EXPECT_EQ(sumsOf(kept), (std::map<std::uint32_t, std::uint32_t>{{3, 1}, {5, 2}}));
}

TEST(TallySliceTest, IsTheSameAfterItsState)
{
    Slice slice;
    slice.assign(std::vector<metrics::Tally<Count>>{{3, {1}}, {5, {2}}});
    slice.add(4, {7});
    state::StateWriter writer;
    slice.archive(writer);
    state::StateReader reader(writer.bytes());
    Slice restored;
    restored.archive(reader);
    EXPECT_TRUE(reader.ok() && reader.left() == 0);
    EXPECT_EQ(sumsOf(restored), sumsOf(slice));
    EXPECT_EQ(restored.ordered(), 2u);
}

TEST(TallySliceTest, AStateWithMoreInOrderThanThereIsIsRefused)
{
    Slice slice;
    slice.assign(std::vector<metrics::Tally<Count>>{{3, {1}}});
    state::StateWriter writer;
    slice.archive(writer);
    std::string bytes(writer.bytes());
    bytes.back() = 2;
    state::StateReader reader(bytes);
    Slice restored;
    restored.archive(reader);
    EXPECT_EQ(reader.problem(), "more in order than there is");
}

} // namespace
