// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/value_scan.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using namespace ingest::wire;

std::vector<std::pair<std::string, SlotKind>> scan(std::string_view text)
{
    std::vector<std::pair<std::string, SlotKind>> found;
    ValueScan values(text);
    do {
        values.next();
        found.emplace_back(values.literal(), values.kind());
    } while (values.kind() != SlotKind::end);
    return found;
}

TEST(ValueScan, StopsAtEveryScalarThatIsNoKey)
{
    const std::vector<std::pair<std::string, SlotKind>> wanted{
        {R"({"a":")", SlotKind::text},       {R"(","b": )", SlotKind::number},
        {R"( ,"c":")", SlotKind::emptyText}, {R"(","d":{"e":)", SlotKind::null},
        {R"(,"f":[)", SlotKind::boolean},    {",", SlotKind::boolean},
        {R"(,")", SlotKind::text},           {R"("]}})", SlotKind::end}};
    EXPECT_EQ(scan(R"({"a":"x","b": -1.5e3 ,"c":"","d":{"e":null,"f":[true,false,"y:"]}})"),
              wanted);
}

TEST(ValueScan, TellsAKeyByTheColonBehindIt)
{
    EXPECT_EQ(scan(R"({"a" :"b" })").size(), 2u);
    EXPECT_EQ(scan(R"({"a":["b","c"]})").size(), 3u);
    EXPECT_EQ(scan("{}").size(), 1u);
}

} // namespace
