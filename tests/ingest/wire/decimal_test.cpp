// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/decimal.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace {

using namespace ingest::wire;

TEST(Decimal, TakesJsonNumbersOnly)
{
    for (const char *text : {"0", "-0", "10", "1.5", "1e5", "1E+5", "-0.1e-7"})
        EXPECT_TRUE(parseNumber(text).wellFormed) << text;
    for (const char *text :
         {"",    "-",   "+1",       "01", "-01", "1.",   ".5",    "1e",  "1e+",   "1.e5",
          "0x1", "NaN", "Infinity", "1 ", " 1",  "1..2", "1.2.3", "--1", "1e5.0", "}"})
        EXPECT_FALSE(parseNumber(text).wellFormed) << text;
}

TEST(Decimal, LeavesOutWhatNoDoubleHolds)
{
    for (const char *text : {"1e400", "-1e400", "1e-400", "1e999999999999"})
        EXPECT_FALSE(parseNumber(text).inRange) << text;
    for (const char *text : {"1.7976931348623157e308", "4.9e-324", "0e999", "0.0"})
        EXPECT_TRUE(parseNumber(text).inRange) << text;
}

TEST(Decimal, IsTheNearestDouble)
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 200'000; ++i) {
        std::string text = std::to_string(random() >> random() % 64);
        if (i % 3 != 0)
            text += "." + std::to_string(random() >> random() % 64);
        if (i % 7 == 0)
            text += "e-" + std::to_string(random() % 30);
        ASSERT_EQ(parseNumber(text).value, std::strtod(text.c_str(), nullptr)) << text;
    }
}

TEST(Decimal, ScalesExactly)
{
    EXPECT_EQ(parseDecimal("1.999")->scaled(2, Rounding::down), 199);
    EXPECT_EQ(parseDecimal("1.995")->scaled(2, Rounding::halfAwayFromZero), 200);
    EXPECT_EQ(parseDecimal("-1.995")->scaled(2, Rounding::halfAwayFromZero), -200);
    EXPECT_EQ(parseDecimal("0.4")->scaled(0, Rounding::halfAwayFromZero), 0);
    EXPECT_EQ(parseDecimal("1e18")->scaled(1, Rounding::down), std::nullopt);
    EXPECT_EQ(parseDecimal("0")->scaled(100, Rounding::down), 0);
}

} // namespace
