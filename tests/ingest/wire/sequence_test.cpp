// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/sequence.h"

#include <gtest/gtest.h>

namespace {

using ingest::wire::parseSequence;

TEST(Sequence, IsDigitsWithOrWithoutPadding)
{
    EXPECT_EQ(parseSequence("0"), 0u);
    EXPECT_EQ(parseSequence("00000000000000004711"), 4711u);
    EXPECT_EQ(parseSequence("0000000000000000"), 0u);
    EXPECT_EQ(parseSequence("18446744073709551615"), UINT64_MAX);
    EXPECT_EQ(parseSequence("0000000000000000000018446744073709551615"), UINT64_MAX);
}

TEST(Sequence, IsNothingElse)
{
    for (const char *text : {"", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "abc", "12a",
                             "18446744073709551616", "99999999999999999999", "00000000x"})
        EXPECT_EQ(parseSequence(text), std::nullopt) << text;
}

} // namespace
