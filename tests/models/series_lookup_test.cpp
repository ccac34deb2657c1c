// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series_lookup.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

const std::vector<QPointF> kLine{{10, 1}, {20, 2}, {50, 5}};

TEST(SeriesLookupTest, APointStandsForWhatItEnds)
{
    EXPECT_EQ(models::pointAt(kLine, 11, 10), QPointF(20, 2));
    EXPECT_EQ(models::pointAt(kLine, 20, 10), QPointF(20, 2));
    EXPECT_EQ(models::pointAt(kLine, 0, 10), QPointF(10, 1));
}

TEST(SeriesLookupTest, NothingIsSaidInAGapOrPastTheEnd)
{
    EXPECT_FALSE(models::pointAt(kLine, 25, 10));
    EXPECT_FALSE(models::pointAt(kLine, 51, 10));
    EXPECT_FALSE(models::pointAt({}, 5, 10));
}

} // namespace
