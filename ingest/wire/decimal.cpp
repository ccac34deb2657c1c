// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace ingest::wire {

namespace {

constexpr std::int64_t kExponentCap =
    100'000; // far beyond every double; keeps sums from overflowing

// Powers of ten that a double holds exactly.
constexpr std::array<double, 16> kExactPowers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool startsWithDigit(std::string_view text)
{
    return !text.empty() && isDigit(text.front());
}

// Takes the digits at the front; each moves the exponent by `step` (-1 behind the point).
void takeDigits(std::string_view &text, Decimal &decimal, int step)
{
    constexpr std::uint64_t kRoom = (std::numeric_limits<std::uint64_t>::max() - 9) / 10;
    for (; startsWithDigit(text); text.remove_prefix(1)) {
        const auto digit = static_cast<std::uint64_t>(text.front() - '0');
        if (decimal.digits <= kRoom) {
            decimal.digits = decimal.digits * 10 + digit;
            decimal.exponent += step;
        } else {
            decimal.exponent += step + 1;
            decimal.inexact = decimal.inexact || digit != 0;
        }
    }
}

// "e-12" at the front; false where it is broken.
bool takeExponent(std::string_view &text, Decimal &decimal)
{
    text.remove_prefix(1);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    if (!startsWithDigit(text))
        return false;
    std::int64_t exponent = 0;
    for (; startsWithDigit(text); text.remove_prefix(1))
        exponent = std::min(exponent * 10 + (text.front() - '0'), kExponentCap);
    decimal.exponent += negative ? -exponent : exponent;
    return true;
}

} // namespace

std::optional<Decimal> parseDecimal(std::string_view text)
{
    Decimal decimal;
    if (!text.empty() && text.front() == '-') {
        decimal.negative = true;
        text.remove_prefix(1);
    }
    if (!startsWithDigit(text))
        return std::nullopt;
    if (text.front() == '0' && text.size() > 1 && isDigit(text[1]))
        return std::nullopt; // no leading zeros in JSON
    takeDigits(text, decimal, 0);
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        if (!startsWithDigit(text))
            return std::nullopt;
        takeDigits(text, decimal, -1);
    }
    if (!text.empty() && (text.front() == 'e' || text.front() == 'E') &&
        !takeExponent(text, decimal))
        return std::nullopt;
    if (!text.empty())
        return std::nullopt;
    return decimal;
}

std::optional<std::int64_t> Decimal::scaled(int power, Rounding rounding) const
{
    std::int64_t shift = exponent + power;
    std::uint64_t value = digits;
    if (value == 0)
        return 0;
    for (; shift > 0; --shift) {
        if (value > std::numeric_limits<std::uint64_t>::max() / 10)
            return std::nullopt;
        value *= 10;
    }
    std::uint64_t lastCut = 0;
    for (; shift < 0 && (value != 0 || lastCut != 0); ++shift) {
        lastCut = value % 10;
        value /= 10;
    }
    if (shift < 0)
        lastCut = 0;
    if (rounding == Rounding::halfAwayFromZero && lastCut >= 5)
        ++value;
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

namespace {

// "1234.5" and the like: at most 15 digits with at most one point among them, no exponent. Digits
// and power are exact as doubles then, and one division rounds correctly (Clinger 1990).
bool parsePlain(std::string_view text, double &value)
{
    const bool negative = text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    if (text.empty() || text.size() > 16 || (text.size() > 1 && text[0] == '0' && text[1] != '.'))
        return false;
    std::uint64_t digits = 0;
    std::size_t point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned digit = static_cast<unsigned char>(text[i]) - unsigned{'0'};
        if (digit <= 9)
            digits = digits * 10 + digit;
        else if (text[i] == '.' && point == text.size() && i != 0 && i + 1 != text.size())
            point = i;
        else
            return false;
    }
    if (point == text.size() && text.size() > 15)
        return false;
    const std::size_t decimals = point == text.size() ? 0 : text.size() - point - 1;
    value = static_cast<double>(digits) / kExactPowers[decimals];
    if (negative)
        value = -value;
    return true;
}

} // namespace

ParsedNumber parseNumber(std::string_view text)
{
    ParsedNumber parsed;
    if (!text.empty() && parsePlain(text, parsed.value)) {
        parsed.wellFormed = parsed.inRange = true;
        return parsed;
    }
    parsed.wellFormed = parseDecimal(text).has_value();
    if (!parsed.wellFormed)
        return parsed;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed.value);
    // Out of range is also said of numbers that round to zero; those are left out likewise.
    parsed.inRange = error == std::errc{} && end == text.data() + text.size();
    return parsed;
}

} // namespace ingest::wire
