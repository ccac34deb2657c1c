// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time_axis.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using ingest::Window;
using small::kAsOfMs;
using small::SmallSnapshot;

models::TimeAxis axisBack(double minutes)
{
    return {kAsOfMs - minutes * 60'000, kAsOfMs, kAsOfMs - minutes * 60'000};
}

std::string labels(const std::vector<models::TimeTick> &ticks)
{
    std::string all;
    for (const models::TimeTick &tick : ticks)
        all += tick.label.toStdString() + ' ';
    return all;
}

TEST(TimeAxisTest, SpansTheWindowAndEndsAtAsOf)
{
    const models::TimeAxis axis = models::timeAxisOf(SmallSnapshot(Window::fiveMinutes).snapshot);
    EXPECT_EQ(axis.toMs, kAsOfMs);
    EXPECT_EQ(axis.fromMs, kAsOfMs - 300'000);
    EXPECT_EQ(axis.observedFromMs, axis.fromMs);
}

TEST(TimeAxisTest, ChartsEverythingLikeOneHour)
{
    EXPECT_EQ(models::timeAxisOf(SmallSnapshot(Window::all).snapshot).spanMs(), 3'600'000);
}

TEST(TimeAxisTest, KnowsFromWhenOnAnythingWasObserved)
{
    SmallSnapshot shown(Window::fiveMinutes);
    shown.snapshot.observed = std::chrono::seconds(90);
    EXPECT_EQ(models::timeAxisOf(shown.snapshot).observedFromMs, kAsOfMs - 90'000);
    shown.snapshot.observed = std::chrono::hours(9);
    EXPECT_EQ(models::timeAxisOf(shown.snapshot).observedFromMs, kAsOfMs - 300'000);
    shown.snapshot.observed = std::chrono::seconds(-1);
    EXPECT_EQ(models::timeAxisOf(shown.snapshot).observedFromMs, kAsOfMs);
}

TEST(TimeAxisTest, ScrollsByWholePixels)
{
    for (int second = 0; second < 120; ++second) {
        models::TimeAxis axis = axisBack(60);
        axis.fromMs += second * 1000;
        axis.toMs += second * 1000;
        const models::TimeAxis grid = models::onPixelGrid(axis, 884);
        const double perPixel = axis.spanMs() / 884;
        EXPECT_NEAR(std::remainder(grid.toMs, perPixel), 0, 1e-3);
        EXPECT_NEAR(grid.spanMs(), axis.spanMs(), 1e-3);
        EXPECT_GE(grid.toMs, axis.toMs - 1e-3);
        EXPECT_LT(grid.toMs, axis.toMs + perPixel);
    }
}

TEST(TimeAxisTest, TicksStandAtRoundTimes)
{
    EXPECT_EQ(labels(models::timeTicks(axisBack(60), 600, 100, QTimeZone::utc())),
              "21:00 21:10 21:20 21:30 21:40 21:50 22:00 ");
}

TEST(TimeAxisTest, TicksShowSecondsWhereTheyAreCloserThanAMinute)
{
    EXPECT_EQ(labels(models::timeTicks(axisBack(1), 300, 100, QTimeZone::utc())),
              "21:59:00 21:59:30 22:00:00 ");
}

TEST(TimeAxisTest, TicksAreRoundInTheZoneOfTheReader)
{
    // Half an hour off, so that full hours of the zone are not full hours of UTC.
    const auto ticks = models::timeTicks(axisBack(24 * 60), 800, 100, QTimeZone(19'800));
    EXPECT_EQ(labels(ticks), "06:00 09:00 12:00 15:00 18:00 21:00 00:00 03:00 ");
}

TEST(TimeAxisTest, TicksKeepTheirDistanceAtEveryWidth)
{
    for (const double minutes : {1.0, 5.0, 15.0, 60.0, 1440.0})
        for (int width = 40; width < 1600; width += 37) {
            const auto ticks = models::timeTicks(axisBack(minutes), width, 80, QTimeZone::utc());
            for (std::size_t i = 1; i < ticks.size(); ++i)
                EXPECT_GE((ticks[i].ms - ticks[i - 1].ms) * width / (minutes * 60'000), 80 - 1e-6);
        }
    EXPECT_TRUE(models::timeTicks(axisBack(1), 0, 80, QTimeZone::utc()).empty());
}

TEST(TimeAxisTest, SaysWhatIsStillToCome)
{
    models::TimeAxis axis = axisBack(60);
    EXPECT_EQ(models::stillToCome(axis), QString());
    axis.observedFromMs = axis.fromMs + 48 * 60'000;
    EXPECT_EQ(small::plain(models::stillToCome(axis)), "48 of 60_min still to come");
    axis = axisBack(1);
    axis.observedFromMs = axis.fromMs + 20'000;
    EXPECT_EQ(small::plain(models::stillToCome(axis)), "20 of 60_s still to come");
    axis = axisBack(24 * 60);
    axis.observedFromMs = axis.toMs;
    EXPECT_EQ(small::plain(models::stillToCome(axis)), "24 of 24_h still to come");
}

} // namespace
