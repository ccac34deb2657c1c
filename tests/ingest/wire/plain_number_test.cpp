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

// Reads `text` in the form of `like`; what it makes of it must be what is made without one.
bool readInForm(const std::string &like, const std::string &text)
{
    const std::string before = like + std::string(32, '\0');
    const std::string padded = text + std::string(32, '\0');
    NumberForm form;
    form.expect(before.data(), readPlainNumber(before.data()));
    PlainNumber number;
    if (!form.read(padded.data(), number))
        return false;
    const PlainNumber expected = readPlainNumber(padded.data());
    EXPECT_EQ(number.bytes, expected.bytes) << text << " like " << like;
    EXPECT_EQ(number.value, expected.value) << text << " like " << like;
    EXPECT_EQ(number.digits, expected.digits) << text << " like " << like;
    EXPECT_EQ(number.decimals, expected.decimals) << text << " like " << like;
    EXPECT_EQ(number.negative, expected.negative) << text << " like " << like;
    return true;
}

TEST(NumberForm, ReadsWhatIsWrittenAlike)
{
    EXPECT_TRUE(readInForm("12.50,", "98.05,"));
    EXPECT_TRUE(readInForm("7}", "0}"));
    EXPECT_TRUE(readInForm("1234567,", "7654321,"));
    EXPECT_TRUE(readInForm("0.5 ", "0.7 "));
    EXPECT_TRUE(readInForm("12345.6]", "10000.0]"));
}

TEST(NumberForm, LeavesWhatIsWrittenInAnyOtherWay)
{
    for (const char *text :
         {"1,", "123,", "1.5,", "12.,", "12}", "1e5,", "01,", "-1,", "-12,", ".1,", "1x,", "12e1,",
          "12.5,", "\xff\xff\xff\xff\xff\xff\xff\xff", ""})
        EXPECT_FALSE(readInForm("12,", text)) << text;
    for (const char *text : {"12345678,", "-1,", "x", "\xff\xff\xff\xff\xff\xff\xff\xff"})
        EXPECT_FALSE(readInForm("12345678,", text)) << text; // of no form
}

TEST(NumberForm, IsWhatTheSlowerWayMakesOfRandomOnes)
{
    constexpr unsigned kSeed = 11;
    SCOPED_TRACE("seed " + std::to_string(kSeed));
    std::mt19937_64 random(kSeed);
    const auto written = [&random] {
        std::string text;
        for (std::size_t k = 0, size = 1 + random() % 8; k < size; ++k)
            text += "0123456789012345678901234567890123456789..-e,}"[random() % 46];
        return text + ",}"[random() % 2];
    };
    unsigned alike = 0;
    for (int i = 0; i < 200'000; ++i) {
        const std::string like = written();
        std::string text = i % 2 == 0 ? written() : like;
        if (i % 2 != 0)
            text[random() % text.size()] = "0123456789.-e,}"[random() % 15];
        alike += readInForm(like, text) ? 1 : 0;
        ASSERT_FALSE(HasFailure()) << "round " << i;
    }
    EXPECT_GT(alike, 10'000u);
}

} // namespace
