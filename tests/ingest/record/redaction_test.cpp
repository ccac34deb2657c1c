// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/redaction.h"

#include <gtest/gtest.h>

namespace {

using ingest::record::Redaction;

struct RedactionCase
{
    const char *name;
    std::string payload;
    std::string written;
};

class RedactionTest : public testing::TestWithParam<RedactionCase>
{
};

TEST_P(RedactionTest, TakesTheValuesAndLeavesEveryOtherByte)
{
    Redaction redaction({"/data/email", "/card", "/data/items/1/name", "/a~1b"});
    EXPECT_EQ(redaction.apply(GetParam().payload), GetParam().written);
}

const RedactionCase kCases[] = {
    {"Text", R"({"data":{ "email" : "a@b.c" ,"x":1}})",
     R"({"data":{ "email" : "[redacted]" ,"x":1}})"},
    {"NumberAndNull", R"({"card":4111,"data":{"email":null}})",
     R"({"card":"[redacted]","data":{"email":"[redacted]"}})"},
    {"WholeObject", R"({"card":{"n":[1,{"card":2}]},"n":1})", R"({"card":"[redacted]","n":1})"},
    {"EveryEqualKey", R"({"card":1,"card":"2"})", R"({"card":"[redacted]","card":"[redacted]"})"},
    {"EscapedKey", R"({"\u0063ard":1,"a\/b":2})",
     R"({"\u0063ard":"[redacted]","a\/b":"[redacted]"})"},
    {"ElementOfAnArray", R"({"data":{"items":[{"name":"a"},{"name":"b"}]}})",
     R"({"data":{"items":[{"name":"a"},{"name":"[redacted]"}]}})"},
    {"ElsewhereStays", R"({"email":"a@b.c","data":{"card":1}})",
     R"({"email":"a@b.c","data":{"card":1}})"},
    {"PackedAsAnArray", R"([{"card":1},{"card":2}])",
     R"([{"card":"[redacted]"},{"card":"[redacted]"}])"},
    {"PackedByLines", "{\"card\":1}\r\n\n {\"card\":2}\n",
     "{\"card\":\"[redacted]\"}\r\n\n {\"card\":\"[redacted]\"}\n"},
    {"SpreadOverLines", "{\n\"card\":\n1}\n", "{\n\"card\":\n\"[redacted]\"}\n"},
    {"ABrokenLineIsLeftOut", "{\"card\":1}\n{\"card\":2\n{\"x\":3}",
     "{\"card\":\"[redacted]\"}\n\"[redacted]\"\n{\"x\":3}"},
    {"WhatIsNoJsonIsLeftOut", "card=4111", "\"[redacted]\""},
    {"InvalidUtf8IsLeftOut", "{\"card\":1,\"x\":\"\xff\"}", "\"[redacted]\""},
    {"AnUnpairedSurrogateIsLeftOut", R"({"card":1,"x":"\ud800"})", "\"[redacted]\""},
    {"Nothing", "", ""},
};

INSTANTIATE_TEST_SUITE_P(Payloads, RedactionTest, testing::ValuesIn(kCases),
                         [](const auto &row) { return row.param.name; });

TEST(Redaction, WithoutPointersNoByteChanges)
{
    Redaction redaction({});
    EXPECT_EQ(redaction.apply("card=\xff"), "card=\xff");
}

TEST(Redaction, NestingBeyondTheBoundIsLeftOutAndCostsNoStack)
{
    Redaction redaction({"/card"});
    EXPECT_EQ(redaction.apply(std::string(1 << 20, '[')), "\"[redacted]\"");
    const std::string deep = std::string(64, '[') + std::string(64, ']');
    EXPECT_EQ(redaction.apply(deep), deep);
}

} // namespace
