// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clock_text.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using models::ageText;
using models::spanText;
using small::plain;

TEST(ClockTextTest, AgesRunInMinutesAndSeconds)
{
    EXPECT_EQ(plain(ageText(-3)), "0:00");
    EXPECT_EQ(plain(ageText(42.9)), "0:42");
    EXPECT_EQ(plain(ageText(252)), "4:12");
    EXPECT_EQ(plain(ageText(3'599)), "59:59");
    EXPECT_EQ(plain(ageText(7'860)), "2_h 11_min");
    EXPECT_EQ(plain(ageText(6 * 86'400)), "6_d");
}

TEST(ClockTextTest, SpansHaveTheUnitThatSuitsThem)
{
    EXPECT_EQ(plain(spanText(-1)), "0.0_s");
    EXPECT_EQ(plain(spanText(0.2)), "0.2_s");
    EXPECT_EQ(plain(spanText(9.96)), "10_s");
    EXPECT_EQ(plain(spanText(59.4)), "59_s");
    EXPECT_EQ(plain(spanText(59.6)), "1_min");
    EXPECT_EQ(plain(spanText(29 * 60)), "29_min");
    EXPECT_EQ(plain(spanText(7'860)), "2_h 11_min");
    EXPECT_EQ(plain(spanText(6 * 86'400)), "6_d");
}

TEST(ClockTextTest, ChosenSpansAreWhole)
{
    using namespace std::chrono_literals;
    EXPECT_EQ(plain(models::wholeSpanText(30s)), "30_s");
    EXPECT_EQ(plain(models::wholeSpanText(90s)), "90_s");
    EXPECT_EQ(plain(models::wholeSpanText(5min)), "5_min");
    EXPECT_EQ(plain(models::wholeSpanText(90min)), "90_min");
    EXPECT_EQ(plain(models::wholeSpanText(4h)), "4_h");
}

TEST(ClockTextTest, SecondsAreShownOnlyWhereAsked)
{
    EXPECT_EQ(models::clockText(small::kAsOfMs).size(), 5);
    EXPECT_EQ(models::clockTextSeconds(small::kAsOfMs).size(), 8);
    EXPECT_TRUE(models::clockTextSeconds(small::kAsOfMs + 7'000).endsWith(QStringLiteral(":07")));
}

} // namespace
