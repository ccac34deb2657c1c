// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/bounded_name.h"

#include <gtest/gtest.h>

namespace {

using ingest::metrics::boundedName;
using ingest::metrics::kNameBytes;
using ingest::metrics::wholeCharacters;

TEST(BoundedName, LeavesUsualNamesAsTheyAre)
{
    std::string buffer;
    const std::string longest(kNameBytes, 'x');
    EXPECT_EQ(boundedName(longest, buffer).data(), longest.data());
    EXPECT_TRUE(buffer.empty());
}

TEST(BoundedName, TellsLongNamesApartThatDifferAtTheirEnd)
{
    std::string first;
    std::string second;
    const std::string text(900'000, 'x');
    EXPECT_EQ(boundedName(text, first), boundedName(text, second));
    EXPECT_NE(boundedName(text + "a", first), boundedName(text + "b", second));
    EXPECT_LE(first.size(), kNameBytes);
    EXPECT_TRUE(first.starts_with("xxxx"));
    EXPECT_EQ(boundedName(first, second), first) << "bounding twice changes nothing";
}

TEST(BoundedName, NeverSplitsACharacter)
{
    const std::string_view text = "a\xe2\x82\xac\xf0\x9f\x98\x80z";
    const std::string_view whole[] = {"", "a", "a", "a", "a\xe2\x82\xac", "a\xe2\x82\xac"};
    for (std::size_t bytes = 0; bytes < 6; ++bytes)
        EXPECT_EQ(wholeCharacters(text, bytes), whole[bytes]) << bytes;
    EXPECT_EQ(wholeCharacters(text, 8), text.substr(0, 8));
    EXPECT_EQ(wholeCharacters(text, 99), text);
}

} // namespace
