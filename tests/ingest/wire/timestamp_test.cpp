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

struct TimestampRow
{
    const char *name;
    const char *text;
    std::optional<std::int64_t> nanoseconds; // empty: refused
};

std::optional<std::int64_t> nanosecondsOf(std::optional<Timestamp> time)
{
    return time ? std::optional<std::int64_t>(time->time_since_epoch().count()) : std::nullopt;
}

class Rfc3339 : public testing::TestWithParam<TimestampRow>
{
};

TEST_P(Rfc3339, IsReadOrRefused)
{
    EXPECT_EQ(nanosecondsOf(parseRfc3339(GetParam().text)), GetParam().nanoseconds);
}

constexpr std::int64_t kTimestampSecond = 1'000'000'000;

INSTANTIATE_TEST_SUITE_P(
    Rows, Rfc3339,
    testing::Values(
        TimestampRow{"utc", "2026-11-23T08:10:03Z", 1'795'421'403 * kTimestampSecond},
        TimestampRow{"milliseconds", "2026-11-23T08:10:03.123Z",
                     1'795'421'403 * kTimestampSecond + 123'000'000},
        TimestampRow{"tenDecimalsAreCut", "1970-01-01T00:00:00.9999999999Z", 999'999'999},
        TimestampRow{"east", "1970-01-01T01:30:00+01:30", 0},
        TimestampRow{"west", "1969-12-31T13:00:00-11:00", 0},
        TimestampRow{"lowerCase", "1970-01-01t00:00:01z", kTimestampSecond},
        TimestampRow{"space", "1970-01-01 00:00:01Z", kTimestampSecond},
        TimestampRow{"leapSecond", "1970-01-01T00:00:60Z", 60 * kTimestampSecond},
        TimestampRow{"leapDay", "1972-02-29T00:00:00Z", 789 * 86'400 * kTimestampSecond},
        TimestampRow{"before1970", "1969-12-31T23:59:59Z", -kTimestampSecond},
        TimestampRow{"noLeapDay", "2023-02-29T00:00:00Z", {}},
        TimestampRow{"day31", "2026-04-31T00:00:00Z", {}},
        TimestampRow{"month13", "2026-13-01T00:00:00Z", {}},
        TimestampRow{"day0", "2026-01-00T00:00:00Z", {}},
        TimestampRow{"hour24", "2026-01-01T24:00:00Z", {}},
        TimestampRow{"minute60", "2026-01-01T00:60:00Z", {}},
        TimestampRow{"second61", "2026-01-01T00:00:61Z", {}},
        TimestampRow{"noOffset", "2026-01-01T00:00:00", {}},
        TimestampRow{"offsetWithoutColon", "2026-01-01T00:00:00+0100", {}},
        TimestampRow{"offsetHour24", "2026-01-01T00:00:00+24:00", {}},
        TimestampRow{"pointWithoutDigits", "2026-01-01T00:00:00.Z", {}},
        TimestampRow{"comma", "2026-01-01T00:00:00,5Z", {}},
        TimestampRow{"dateOnly", "2026-01-01", {}},
        TimestampRow{"trailing", "2026-01-01T00:00:00Z ", {}}, TimestampRow{"empty", "", {}},
        TimestampRow{"letters", "2026-0x-01T00:00:00Z", {}},
        TimestampRow{"year1677", "1677-12-31T00:00:00Z", {}},
        TimestampRow{"year2262", "2262-01-01T00:00:00Z", {}}),
    [](const auto &row) { return std::string(row.param.name); });

class Epoch : public testing::TestWithParam<TimestampRow>
{
};

TEST_P(Epoch, IsToldByMagnitude)
{
    EXPECT_EQ(nanosecondsOf(parseEpoch(GetParam().text)), GetParam().nanoseconds);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Epoch,
    testing::Values(TimestampRow{"zero", "0", 0},
                    TimestampRow{"seconds", "1795421403", 1'795'421'403 * kTimestampSecond},
                    TimestampRow{"decimalsOfSeconds", "1795421403.000000001",
                                 1'795'421'403 * kTimestampSecond + 1},
                    TimestampRow{"largestSeconds", "9000000000", 9'000'000'000 * kTimestampSecond},
                    TimestampRow{"milliseconds", "1795421403123", 1'795'421'403'123'000'000},
                    TimestampRow{"microseconds", "1795421403123456", 1'795'421'403'123'456'000},
                    TimestampRow{"nanoseconds", "1795421403123456789", 1'795'421'403'123'456'789},
                    TimestampRow{"exponent", "1.795421403e9", 1'795'421'403 * kTimestampSecond},
                    TimestampRow{"beyondTheRange", "99999999999", {}},
                    TimestampRow{"negative", "-1", {}},
                    TimestampRow{"tooLarge", "9300000000000000000", {}},
                    TimestampRow{"empty", "", {}}, TimestampRow{"word", "now", {}},
                    TimestampRow{"hex", "0x10", {}}),
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
