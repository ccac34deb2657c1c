// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/timestamp.h"

#include "ingest/wire/decimal.h"

#include <cstring>

namespace ingest::wire {

namespace {

// Nanoseconds in the last of so many decimals.
constexpr std::array<std::int64_t, 10> kDecimalUnits{
    1'000'000'000, 100'000'000, 10'000'000, 1'000'000, 100'000, 10'000, 1'000, 100, 10, 1};

// The number that `digits` decimal digits from `at` on make; -1 where one of them is none.
int digitsAt(std::string_view text, std::size_t at, std::size_t digits)
{
    unsigned value = 0;
    bool sound = true;
    for (std::size_t i = at; i < at + digits; ++i) {
        const unsigned digit = static_cast<unsigned char>(text[i]) - unsigned{'0'};
        sound = sound && digit <= 9;
        value = value * 10 + digit;
    }
    return sound ? static_cast<int>(value) : -1;
}

bool take(std::string_view &text, std::string_view anyOf)
{
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

// ".123456789123" to nanoseconds; -1 where a point has no digit behind it.
std::int64_t takeFraction(std::string_view &text)
{
    if (!take(text, "."))
        return 0;
    std::int64_t nanoseconds = 0;
    int digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1))
        if (digits++ < 9)
            nanoseconds = nanoseconds * 10 + (text.front() - '0');
    if (digits == 0)
        return -1;
    for (; digits < 9; ++digits)
        nanoseconds *= 10;
    return nanoseconds;
}

// Offset from UTC in minutes.
std::optional<int> takeOffset(std::string_view &text)
{
    if (take(text, "Zz"))
        return 0;
    const bool west = !text.empty() && text.front() == '-';
    if (!take(text, "+-"))
        return std::nullopt;
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const int hours = digitsAt(text, 0, 2);
    const int minutes = digitsAt(text, 3, 2);
    text = {};
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace

std::optional<Timestamp> parseRfc3339(std::string_view text)
{
    using namespace std::chrono;
    constexpr std::string_view kShape = "yyyy-mm-ddThh:mm:ss";
    constexpr std::string_view kBetween = "Tt ";
    if (text.size() <= kShape.size() || text[4] != '-' || text[7] != '-' ||
        kBetween.find(text[10]) == kBetween.npos || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const int y = digitsAt(text, 0, 4);
    const int m = digitsAt(text, 5, 2);
    const int d = digitsAt(text, 8, 2);
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    if (m < 0 || d < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60)
        return std::nullopt;
    text.remove_prefix(kShape.size());
    const std::int64_t fraction = takeFraction(text);
    const std::optional<int> offset = takeOffset(text);
    const year_month_day date{year(y), month(static_cast<unsigned>(m)),
                              day(static_cast<unsigned>(d))};
    // What nanoseconds in 64 bits hold, a day inside either end.
    if (fraction < 0 || !offset || !text.empty() || !date.ok() || y < 1678 || y > 2261)
        return std::nullopt;
    return Timestamp(sys_days(date)) + hours(hour) + minutes(minute - *offset) + seconds(second) +
           Nanoseconds(fraction);
}

bool Rfc3339Reader::read(std::string_view text, Timestamp &time)
{
    // "2026-11-23T08:10:03.123Z" and a minute that is known: seconds and decimals alone are new.
    constexpr std::size_t kSecondsAt = kMinuteBytes + 1;
    constexpr std::size_t kFractionAt = kSecondsAt + 3;
    const bool inUtc = text.size() > kFractionAt && text.size() <= kFractionAt + 10 &&
                       text[kMinuteBytes] == ':' && text[kFractionAt - 1] == '.' &&
                       text.back() == 'Z';
    if (!inUtc || std::memcmp(text.data(), m_minute.data(), kMinuteBytes) != 0)
        return readAnyMinute(text, inUtc, time);
    const int second = digitsAt(text, kSecondsAt, 2);
    const std::size_t digits = text.size() - 1 - kFractionAt;
    const int fraction = digits == 0 ? -1 : digitsAt(text, kFractionAt, digits);
    time = m_begin + Seconds(second) + Nanoseconds(fraction * kDecimalUnits[digits]);
    return second >= 0 && second <= 60 && fraction >= 0;
}

bool Rfc3339Reader::readAnyMinute(std::string_view text, bool remember, Timestamp &time)
{
    const std::optional<Timestamp> parsed = parseRfc3339(text);
    if (!parsed)
        return false;
    time = *parsed;
    if (remember) {
        std::memcpy(m_minute.data(), text.data(), kMinuteBytes);
        m_begin = std::chrono::floor<std::chrono::minutes>(time);
        // A leap second belongs to the minute after.
        if (text.substr(kMinuteBytes + 1, 2) == "60")
            m_begin -= std::chrono::minutes(1);
    }
    return true;
}

std::optional<Timestamp> parseEpoch(std::string_view number)
{
    const std::optional<Decimal> decimal = parseDecimal(number);
    if (!decimal || decimal->negative)
        return std::nullopt;
    // The magnitude decides the unit: count the digits before the point.
    constexpr std::int64_t kSecondsBelow = 100'000'000'000;
    const std::optional<std::int64_t> whole = decimal->scaled(0, Rounding::down);
    if (!whole)
        return std::nullopt;
    const int power = *whole < kSecondsBelow               ? 9
                      : *whole < kSecondsBelow * 1'000     ? 6
                      : *whole < kSecondsBelow * 1'000'000 ? 3
                                                           : 0;
    const std::optional<std::int64_t> nanoseconds = decimal->scaled(power, Rounding::down);
    if (!nanoseconds)
        return std::nullopt;
    return Timestamp(Nanoseconds(*nanoseconds));
}

} // namespace ingest::wire
