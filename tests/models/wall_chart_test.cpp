// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_chart.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

// Successes in steps of four hours, the last of which began `begun` ago.
models::WallChart chartOf(std::chrono::seconds begun)
{
    small::SmallSnapshot shown(ingest::Window::thirtyDays);
    ingest::RatioSnapshot ratio;
    ratio.series.step = 4h;
    ratio.series.points = {{90, 10}, {80, 20}, {7, 3}};
    ratio.series.start = small::kAsOf - 8h - begun;
    ratio.series.partial = begun < 4h;
    shown.add("success", ratio);
    shown.configuration->experience.success = "success";
    models::HeldRange range;
    return models::wallChart(shown.snapshot, models::WallScene::success, range);
}

TEST(WallChartTest, TheLastPointSaysOfHowMuchTimeItIs)
{
    EXPECT_EQ(small::plain(chartOf(4h).lastOf), "over 4_h");
    EXPECT_EQ(small::plain(chartOf(5min).lastOf), "over 5_min") << "its step is not over";
}

} // namespace
