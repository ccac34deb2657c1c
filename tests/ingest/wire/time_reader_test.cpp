// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/time_reader.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using namespace ingest::wire;

TEST(TimeReader, ReadsTextsAndNumbers)
{
    TimeReader times;
    const Timestamp wanted{std::chrono::milliseconds(1'795'421'403'123)};
    EXPECT_EQ(times.read(ValueKind::string, "2026-11-23T08:10:03.123Z"), wanted);
    EXPECT_EQ(times.read(ValueKind::string, "1795421403.123"), wanted);
    EXPECT_EQ(times.read(ValueKind::number, "1795421403123"), wanted);
}

TEST(TimeReader, FindsNoneElsewhere)
{
    TimeReader times;
    EXPECT_EQ(times.read(ValueKind::boolean, "true"), std::nullopt);
    EXPECT_EQ(times.read(ValueKind::null, "null"), std::nullopt);
    EXPECT_EQ(times.read(ValueKind::string, ""), std::nullopt);
    EXPECT_EQ(times.read(ValueKind::number, "-1"), std::nullopt);
}

} // namespace
