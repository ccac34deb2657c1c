// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/timestamp.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <random>
#include <string>

namespace {

using namespace ingest;
using wire::parseEpoch;
using wire::parseRfc3339;

struct Row
{
    const char *name;
    const char *text;
    std::optional<std::int64_t> nanoseconds; // empty: refused
};

std::optional<std::int64_t> nanosecondsOf(std::optional<Timestamp> time)
{
    return time ? std::optional<std::int64_t>(time->time_since_epoch().count()) : std::nullopt;
}

class Rfc3339 : public testing::TestWithParam<Row>
{
};

TEST_P(Rfc3339, IsReadOrRefused)
{
    EXPECT_EQ(nanosecondsOf(parseRfc3339(GetParam().text)), GetParam().nanoseconds);
}

constexpr std::int64_t kSecond = 1'000'000'000;

INSTANTIATE_TEST_SUITE_P(
    Rows, Rfc3339,
    testing::Values(
        Row{"utc", "2026-11-23T08:10:03Z", 1'795'421'403 * kSecond},
        Row{"milliseconds", "2026-11-23T08:10:03.123Z", 1'795'421'403 * kSecond + 123'000'000},
        Row{"tenDecimalsAreCut", "1970-01-01T00:00:00.9999999999Z", 999'999'999},
        Row{"east", "1970-01-01T01:30:00+01:30", 0}, Row{"west", "1969-12-31T13:00:00-11:00", 0},
        Row{"lowerCase", "1970-01-01t00:00:01z", kSecond},
        Row{"space", "1970-01-01 00:00:01Z", kSecond},
        Row{"leapSecond", "1970-01-01T00:00:60Z", 60 * kSecond},
        Row{"leapDay", "1972-02-29T00:00:00Z", 789 * 86'400 * kSecond},
        Row{"before1970", "1969-12-31T23:59:59Z", -kSecond},
        Row{"noLeapDay", "2023-02-29T00:00:00Z", {}}, Row{"day31", "2026-04-31T00:00:00Z", {}},
        Row{"month13", "2026-13-01T00:00:00Z", {}}, Row{"day0", "2026-01-00T00:00:00Z", {}},
        Row{"hour24", "2026-01-01T24:00:00Z", {}}, Row{"minute60", "2026-01-01T00:60:00Z", {}},
        Row{"second61", "2026-01-01T00:00:61Z", {}}, Row{"noOffset", "2026-01-01T00:00:00", {}},
        Row{"offsetWithoutColon", "2026-01-01T00:00:00+0100", {}},
        Row{"offsetHour24", "2026-01-01T00:00:00+24:00", {}},
        Row{"pointWithoutDigits", "2026-01-01T00:00:00.Z", {}},
        Row{"comma", "2026-01-01T00:00:00,5Z", {}}, Row{"dateOnly", "2026-01-01", {}},
        Row{"trailing", "2026-01-01T00:00:00Z ", {}}, Row{"empty", "", {}},
        Row{"letters", "2026-0x-01T00:00:00Z", {}}, Row{"year1677", "1677-12-31T00:00:00Z", {}},
        Row{"year2262", "2262-01-01T00:00:00Z", {}}),
    [](const auto &row) { return std::string(row.param.name); });

class Epoch : public testing::TestWithParam<Row>
{
};

TEST_P(Epoch, IsToldByMagnitude)
{
    EXPECT_EQ(nanosecondsOf(parseEpoch(GetParam().text)), GetParam().nanoseconds);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Epoch,
    testing::Values(Row{"zero", "0", 0}, Row{"seconds", "1795421403", 1'795'421'403 * kSecond},
                    Row{"decimalsOfSeconds", "1795421403.000000001", 1'795'421'403 * kSecond + 1},
                    Row{"largestSeconds", "9000000000", 9'000'000'000 * kSecond},
                    Row{"milliseconds", "1795421403123", 1'795'421'403'123'000'000},
                    Row{"microseconds", "1795421403123456", 1'795'421'403'123'456'000},
                    Row{"nanoseconds", "1795421403123456789", 1'795'421'403'123'456'789},
                    Row{"exponent", "1.795421403e9", 1'795'421'403 * kSecond},
                    Row{"beyondTheRange", "99999999999", {}}, Row{"negative", "-1", {}},
                    Row{"tooLarge", "9300000000000000000", {}}, Row{"empty", "", {}},
                    Row{"word", "now", {}}, Row{"hex", "0x10", {}}),
    [](const auto &row) { return std::string(row.param.name); });

TEST(Rfc3339Reader, ReadsEveryTimeLikeTheFirst)
{
    wire::Rfc3339Reader reader;
    std::mt19937_64 random(11);
    const auto pick = [&random](std::initializer_list<const char *> texts) {
        return std::string(texts.begin()[random() % texts.size()]);
    };
    for (int i = 0; i < 100'000; ++i) {
        const std::string text =
            pick({"2026-11-23T08:10", "2026-11-23T08:11", "2026-02-30T08:11", "1677-11-23T08:10"}) +
            pick({":00", ":59", ":60", ":61", ":0x", " 00"}) +
            pick({"", ".", ".5", ".123", ".123456789", ".1234567891", ".12a"}) +
            pick({"Z", "z", "+01:00", ""});
        ASSERT_EQ(reader.read(text), parseRfc3339(text)) << text;
    }
}

} // namespace
