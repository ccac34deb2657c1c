// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/array_splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using ingest::wire::ArraySplitter;

// The elements, then "!" and the rest where the array is broken.
std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> pieces;
    ArraySplitter splitter(text, 1);
    while (const auto element = splitter.next())
        pieces.emplace_back(*element);
    if (splitter.broken())
        pieces.push_back("!" + std::string(splitter.rest()));
    return pieces;
}

using Pieces = std::vector<std::string>;

TEST(ArraySplitter, CountsBracketsOutsideStrings)
{
    EXPECT_EQ(split(R"([{"a":[1,2]} , "x,]" ,3])"), (Pieces{R"({"a":[1,2]})", R"("x,]")", "3"}));
    EXPECT_EQ(split(R"([{"a":"\"]},"},4])"), (Pieces{R"({"a":"\"]},"})", "4"}));
}

TEST(ArraySplitter, KnowsTheEmptyArray)
{
    EXPECT_EQ(split("[]"), Pieces{});
    EXPECT_EQ(split("[ \n ]"), Pieces{});
}

TEST(ArraySplitter, KeepsEmptyElements)
{
    EXPECT_EQ(split("[,]"), (Pieces{"", ""}));
    EXPECT_EQ(split("[1,]"), (Pieces{"1", ""}));
}

TEST(ArraySplitter, LeavesWhatHasNoEnd)
{
    EXPECT_EQ(split("[1,{"), (Pieces{"1", "!{"}));
    EXPECT_EQ(split("[1,"), (Pieces{"1", "!"}));
    EXPECT_EQ(split("["), Pieces{"!"});
    EXPECT_EQ(split(R"(["a)"), Pieces{R"(!"a)"});
    EXPECT_EQ(split("[\"\\"), Pieces{"!\"\\"});
}

TEST(ArraySplitter, LeavesWhatFollows)
{
    EXPECT_EQ(split("[1] 2"), (Pieces{"1", "!2"}));
    EXPECT_EQ(split("[1}2]"), (Pieces{"1", "!}2]"}));
}

} // namespace
