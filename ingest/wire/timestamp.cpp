// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/timestamp.h"

#include "ingest/wire/decimal.h"

namespace ingest::wire {

namespace {

// Takes exactly `digits` decimal digits from the front of `text`; -1 where they are not there.
int takeDigits(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits)
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
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
    const int hours = takeDigits(text, 2);
    if (!take(text, ":"))
        return std::nullopt;
    const int minutes = takeDigits(text, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace

std::optional<Timestamp> parseRfc3339(std::string_view text)
{
    using namespace std::chrono;
    const int y = takeDigits(text, 4);
    if (y < 0 || !take(text, "-"))
        return std::nullopt;
    const int m = takeDigits(text, 2);
    if (m < 0 || !take(text, "-"))
        return std::nullopt;
    const int d = takeDigits(text, 2);
    if (d < 0 || !take(text, "Tt "))
        return std::nullopt;
    const int hour = takeDigits(text, 2);
    if (hour < 0 || hour > 23 || !take(text, ":"))
        return std::nullopt;
    const int minute = takeDigits(text, 2);
    if (minute < 0 || minute > 59 || !take(text, ":"))
        return std::nullopt;
    const int second = takeDigits(text, 2);
    if (second < 0 || second > 60)
        return std::nullopt;
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
