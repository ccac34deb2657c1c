// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/digits.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

namespace {

using namespace ingest::wire;

std::uint64_t wordOf(const std::string &text)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    return word;
}

TEST(Digits, AreCountedUpToTheFirstByteThatIsNone)
{
    EXPECT_EQ(leadingDigits(wordOf("01234567")), 8u);
    for (unsigned at = 0; at < 8; ++at)
        for (unsigned byte = 0; byte < 256; ++byte) {
            std::string text = "09876543";
            text[at] = static_cast<char>(byte);
            EXPECT_EQ(leadingDigits(wordOf(text)), byte >= '0' && byte <= '9' ? 8 : at)
                << byte << " at " << at;
        }
}

TEST(Digits, MakeANumberTogether)
{
    for (unsigned count = 1; count <= 8; ++count)
        EXPECT_EQ(numberOf(wordOf("90817263"), count),
                  std::stoull(std::string("90817263").substr(0, count)));
    EXPECT_EQ(numberOf(wordOf("99999999"), 8), 99'999'999u);
    EXPECT_EQ(numberOf(wordOf("7}],\"abc"), 1), 7u);
}

} // namespace
