// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/axis_text.h"

#include "tests/models/support/small_snapshot.h"

#include <gtest/gtest.h>

namespace {

using small::plain;

TEST(AxisTextTest, PercentHasTwoDecimalsBelowTenAndOneAbove)
{
    EXPECT_EQ(plain(models::percentText(3.3)), "3.30_%");
    EXPECT_EQ(plain(models::percentText(9.994)), "9.99_%");
    EXPECT_EQ(plain(models::percentText(9.996)), "10.0_%");
    EXPECT_EQ(plain(models::percentText(86.77)), "86.8_%");
    EXPECT_EQ(plain(models::percentText(100)), "100.0_%");
}

TEST(AxisTextTest, ZeroHasNoSign)
{
    EXPECT_EQ(plain(models::percentText(-0.001)), "0.00_%");
    EXPECT_EQ(plain(models::percentText(-0.2)), "-0.20_%");
    EXPECT_EQ(plain(models::shortMoney(-0.01, QStringLiteral("EUR"))), "E0");
}

TEST(AxisTextTest, PercentTicksHaveTheDecimalsTheirStepNeeds)
{
    EXPECT_EQ(plain(models::percentTick(3.5, 0.5)), "3.5_%");
    EXPECT_EQ(plain(models::percentTick(3.52, 0.02)), "3.52_%");
    EXPECT_EQ(plain(models::percentTick(10, 5)), "10_%");
}

TEST(AxisTextTest, DurationsChangeTheirUnitWhereTheRoundedFigureDoes)
{
    EXPECT_EQ(plain(models::durationText(0.5)), "0.5_ms");
    EXPECT_EQ(plain(models::durationText(84.2)), "84_ms");
    EXPECT_EQ(plain(models::durationText(999.4)), "999_ms");
    EXPECT_EQ(plain(models::durationText(999.6)), "1.00_s");
    EXPECT_EQ(plain(models::durationText(2170)), "2.17_s");
    EXPECT_EQ(plain(models::durationText(9'996)), "10.0_s");
    EXPECT_EQ(plain(models::durationText(59'940)), "59.9_s");
    EXPECT_EQ(plain(models::durationText(59'960)), "1.0_min");
    EXPECT_EQ(plain(models::durationText(204'000)), "3.4_min");
}

TEST(AxisTextTest, DurationTicksAreShort)
{
    EXPECT_EQ(plain(models::durationTick(500)), "500_ms");
    EXPECT_EQ(plain(models::durationTick(2'000)), "2_s");
    EXPECT_EQ(plain(models::durationTick(900'000)), "15_min");
}

TEST(AxisTextTest, CountsAreGroupedFromOneThousandAndShortFromTenThousand)
{
    EXPECT_EQ(plain(models::shortCount(0)), "0");
    EXPECT_EQ(plain(models::shortCount(7)), "7");
    EXPECT_EQ(plain(models::shortCount(7.5)), "7.5");
    EXPECT_EQ(plain(models::shortCount(92.4)), "92");
    EXPECT_EQ(plain(models::shortCount(1'082)), "1,082");
    EXPECT_EQ(plain(models::shortCount(9'999)), "9,999");
    EXPECT_EQ(plain(models::shortCount(10'000)), "10_k");
    EXPECT_EQ(plain(models::shortCount(38'900)), "38.9_k");
    EXPECT_EQ(plain(models::shortCount(389'400)), "389_k");
    EXPECT_EQ(plain(models::shortCount(999'700)), "1_M");
    EXPECT_EQ(plain(models::shortCount(4'100'000)), "4.1_M");
    EXPECT_EQ(plain(models::shortCount(2.5e9)), "2.5_G");
}

TEST(AxisTextTest, TablesShowEveryDigit)
{
    EXPECT_EQ(plain(models::wholeCount(999)), "999");
    EXPECT_EQ(plain(models::wholeCount(284'900)), "284,900");
    EXPECT_EQ(plain(models::wholeCount(18'446'744'073'709'551'615u)), "18,446,744,073,709,551,615");
}

TEST(AxisTextTest, MoneyIsShortFromOneThousand)
{
    const QString euro = QStringLiteral("EUR");
    EXPECT_EQ(plain(models::shortMoney(87, euro)), "E87");
    EXPECT_EQ(plain(models::shortMoney(999.4, euro)), "E999");
    EXPECT_EQ(plain(models::shortMoney(999.6, euro)), "E1_k");
    EXPECT_EQ(plain(models::shortMoney(9'700, euro)), "E9.7_k");
    EXPECT_EQ(plain(models::shortMoney(-1'200, euro)), "-E1.2_k");
    EXPECT_EQ(plain(models::shortMoney(4.1e6, euro)), "E4.1_M");
}

TEST(AxisTextTest, CurrenciesWithoutASignAreNamedAndNoCurrencyIsNot)
{
    EXPECT_EQ(plain(models::shortMoney(9'700, QStringLiteral("CHF"))), "9.7_k_CHF");
    EXPECT_EQ(plain(models::shortMoney(9'700, QStringLiteral("XXX"))), "9.7_k");
    EXPECT_EQ(plain(models::shortMoney(9'700, QStringLiteral("USD"))), "$9.7_k");
}

} // namespace
