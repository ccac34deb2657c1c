// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pixel_columns.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

models::TimeAxis hourTo(double toMs)
{
    return {toMs - 3'600'000, toMs, toMs - 3'600'000};
}

TEST(PixelColumnsTest, TheEndOfTheAxisLiesInTheLastColumn)
{
    for (int second = 0; second < 50; ++second) {
        const models::TimeAxis axis = hourTo(1.7636455e12 + second * 1000);
        const models::PixelColumns columns = models::pixelColumnsOf(axis, 884);
        EXPECT_EQ(columns.count, 884);
        EXPECT_LE(columns.at(axis.toMs), double(columns.end()) + 0.04);
        EXPECT_GT(columns.at(axis.toMs), double(columns.end()) - 1.04);
    }
}

TEST(PixelColumnsTest, AnInstantKeepsItsColumnWhileTheViewMoves)
{
    const double instant = 1.7636450e12;
    const double column = models::pixelColumnsOf(hourTo(1.7636455e12), 884).at(instant);
    for (int second = 1; second < 200; ++second) {
        const auto later = models::pixelColumnsOf(hourTo(1.7636455e12 + second * 1000), 884);
        EXPECT_EQ(later.at(instant), column);
    }
    EXPECT_EQ(column * 16, std::round(column * 16));
}

TEST(PixelColumnsTest, IsTheGridOfTheAxis)
{
    const models::TimeAxis axis = hourTo(1.7636455e12);
    const auto columns = models::pixelColumnsOf(axis, 884);
    EXPECT_NEAR(models::onPixelGrid(axis, 884).fromMs, double(columns.first) * columns.msPerPx, 1);
}

} // namespace
