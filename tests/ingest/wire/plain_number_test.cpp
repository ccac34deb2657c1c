// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/plain_number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

namespace {

using namespace ingest::wire;

// As parseNumber() and parseDecimal() read it, with `behind` following.
void expectAsParsed(const std::string &text, const std::string &behind)
{
    const std::string padded = text + behind + std::string(32, '\0');
    const PlainNumber plain = readPlainNumber(padded.data());
    const ParsedNumber parsed = parseNumber(text);
    const AnyNumber any = readAnyNumber(text + behind);
    const bool usable = parsed.wellFormed && parsed.inRange;
    EXPECT_EQ(any.bytes, usable ? text.size() : 0) << text;
    if (usable) {
        EXPECT_EQ(any.value, parsed.value) << text;
    }
    if (plain.bytes == 0)
        return;
    if (!usable) {
        // Then what follows what was read is for the reader of that.
        EXPECT_EQ(std::string("0123456789eE").find(text[plain.bytes]), std::string::npos) << text;
        return;
    }
    EXPECT_EQ(plain.bytes, text.size()) << text;
    EXPECT_EQ(plain.value, parsed.value) << text;
    EXPECT_EQ(std::signbit(plain.value), std::signbit(parsed.value)) << text;
    const auto decimal = parseDecimal(text);
    EXPECT_EQ(plain.digits, decimal->digits) << text;
    EXPECT_EQ(-static_cast<std::int64_t>(plain.decimals), decimal->exponent) << text;
    EXPECT_EQ(plain.negative, decimal->negative) << text;
}

TEST(PlainNumber, IsWhatTheSlowWayMakesOfIt)
{
    for (const char *text : {"0",
                             "-0",
                             "0.0",
                             "-0.50",
                             "1",
                             "9999999",
                             "9999999.9999999",
                             "0.0000001",
                             "1234567",
                             "59.90",
                             "0.1",
                             "123456.7",
                             "1.234567",
                             "12345.6",
                             "1.23456",
                             "0.123456",
                             "123456789012",
                             "1e5",
                             "-1.5E-3",
                             "1795421403123",
                             "1e400",
                             "0.30"})
        for (const char *behind : {"", ",", "}", " ,", "]"})
            expectAsParsed(text, behind);
}

TEST(PlainNumber, TakesTheCommonOnes)
{
    EXPECT_EQ(readPlainNumber(std::string("59.90}" + std::string(32, '\0')).data()).bytes, 5u);
    EXPECT_EQ(readPlainNumber(std::string("-1," + std::string(32, '\0')).data()).bytes, 2u);
}

TEST(PlainNumber, IsNothingThatIsNoNumber)
{
    for (const char *text :
         {"01", "00", "-",  "-01",      ".5",         "1.",  "1.e5",  "+1",  "--1", "1.-5",
          "x",  "",   "-x", "12345678", "1.12345678", "1e5", "1.5e5", "1E5", "/1",  ":"})
        EXPECT_EQ(readPlainNumber((std::string(text) + std::string(32, '\0')).data()).bytes, 0u)
            << text;
    for (const char *text : {"01", "-", ".5", "1.", "+1", "1e", "1e+", "1e400", "-1e-400", "x", ""})
        EXPECT_EQ(readAnyNumber(text).bytes, 0u) << text;
}

TEST(PlainNumber, IsWhatTheSlowWayMakesOfRandomOnes)
{
    std::mt19937_64 random(7);
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    for (int i = 0; i < 100'000; ++i) {
        std::string text;
        for (std::size_t k = 0, size = 1 + below(12); k < size; ++k)
            text += "0123456789012345678901234567890123456789..-e+"[below(45)];
        expectAsParsed(text, ",");
        ASSERT_FALSE(HasFailure()) << "round " << i << ": " << text;
    }
}

} // namespace
