// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/known_name.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using ingest::metrics::KnownName;

// Of every length around the 16 bytes that are compared as words, each with one byte changed.
TEST(KnownName, IsEqualToTheSameTextAlone)
{
    for (std::size_t length = 0; length <= 40; ++length) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i)
            text += static_cast<char>('a' + i % 26);
        const KnownName name(text);
        EXPECT_EQ(name.text(), text);
        EXPECT_TRUE(name == text) << length;
        EXPECT_FALSE(name == text + "a") << length;
        for (std::size_t i = 0; i < length; ++i) {
            std::string other = text;
            other[i] = '#';
            EXPECT_FALSE(name == other) << length << " " << i;
            EXPECT_FALSE(name == std::string_view(text).substr(0, i)) << length << " " << i;
        }
    }
}

TEST(KnownName, TellsAZeroByteFromNone)
{
    using namespace std::string_literals;
    EXPECT_FALSE(KnownName("a"s) == "a\0"s);
    EXPECT_FALSE(KnownName("a\0"s) == "a"s);
    EXPECT_TRUE(KnownName("a\0b"s) == "a\0b"s);
}

} // namespace
