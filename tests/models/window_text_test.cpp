// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/window_text.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

TEST(WindowTextTest, IsSaidInMinutesOrHours)
{
    EXPECT_EQ(small::plain(models::windowText(ingest::Window::oneMinute)), "1_min");
    EXPECT_EQ(small::plain(models::windowText(ingest::Window::fifteenMinutes)), "15_min");
    EXPECT_EQ(small::plain(models::windowText(ingest::Window::oneHour)), "1_h");
    EXPECT_EQ(small::plain(models::windowText(ingest::Window::oneDay)), "24_h");
}
