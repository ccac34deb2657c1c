// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/end_labels.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace {

using widgets::spreadApart;
using Values = std::vector<double>;

TEST(SpreadApartTest, LabelsWithRoomStayWhereTheyBelong)
{
    EXPECT_EQ(spreadApart(Values{20, 60}, Values{14, 14}, 0, 100), (Values{20, 60}));
}

TEST(SpreadApartTest, LabelsThatWouldOverlapTouchInstead)
{
    EXPECT_EQ(spreadApart(Values{20, 22}, Values{14, 14}, 0, 100), (Values{20, 34}));
}

TEST(SpreadApartTest, LabelsAtTheEdgesAreMovedInside)
{
    EXPECT_EQ(spreadApart(Values{-5}, Values{14}, 0, 100), (Values{7}));
    EXPECT_EQ(spreadApart(Values{98, 99}, Values{14, 14}, 0, 100), (Values{79, 93}));
}

TEST(SpreadApartTest, NoTwoLabelsOverlapWheneverTheyFit)
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        Values wanted(1 + random() % 8);
        Values heights(wanted.size());
        for (double &middle : wanted)
            middle = double(random() % 220) - 10;
        for (double &height : heights)
            height = 14 + double(random() % 10);
        std::sort(wanted.begin(), wanted.end());
        const Values middles = spreadApart(wanted, heights, 0, 200);
        for (std::size_t i = 0; i < middles.size(); ++i) {
            EXPECT_GE(middles[i] - heights[i] / 2, -1e-9) << "seed " << seed;
            EXPECT_LE(middles[i] + heights[i] / 2, 200 + 1e-9) << "seed " << seed;
            if (i > 0) {
                EXPECT_GE(middles[i] - middles[i - 1], (heights[i] + heights[i - 1]) / 2 - 1e-9)
                    << "seed " << seed;
            }
        }
    }
}

} // namespace
