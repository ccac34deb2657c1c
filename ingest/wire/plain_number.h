// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the numbers of JSON from bytes that nothing has indexed: the common ones eight digits at a
// time. Pure.
#pragma once

#include "ingest/wire/decimal.h"
#include "ingest/wire/digits.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace ingest::wire {

inline constexpr std::array<std::uint32_t, 8> kPowersOfTen{1,      10,      100,       1'000,
                                                           10'000, 100'000, 1'000'000, 10'000'000};

struct PlainNumber
{
    double value = 0;
    std::uint64_t digits = 0; // of Decimal
    unsigned decimals = 0;
    bool negative = false;
    std::size_t bytes = 0; // that it takes; 0 where there is none of this kind
};

// The number at the front where it is plain: at most seven digits, a point and seven more, and no
// exponent. Reads up to 17 bytes from `at` on. What follows it is not looked at.
[[nodiscard]] inline PlainNumber readPlainNumber(const char *at)
{
    PlainNumber number;
    number.negative = *at == '-';
    const char *const first = at + (number.negative ? 1 : 0);
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, first, sizeof bytes);
    const std::uint64_t others = nonDigits(bytes);
    const unsigned whole = static_cast<unsigned>(std::countr_zero(others)) / 8;
    // Eight digits may be more, and zero leads no other.
    if (whole - 1 > 6 || (*first == '0' && whole != 1))
        return number;
    const char *behind = first + whole;
    const std::uint64_t upToPoint = (std::uint64_t{0x100} << (8 * whole)) - 1;
    if (*behind != '.') {
        number.digits = numberOf(bytes, whole);
    } else if ((others & ~upToPoint) != 0) {
        // It ends within the eight bytes: the decimals move up to the point's place, so that all
        // digits are read at once. The division waits half as long: a twentieth of an event.
        const unsigned end = static_cast<unsigned>(std::countr_zero(others & ~upToPoint)) / 8;
        number.decimals = end - whole - 1;
        if (number.decimals == 0)
            return number;
        const std::uint64_t inWhole = upToPoint >> 8;
        number.digits = numberOf((bytes & inWhole) | ((bytes >> 8) & ~inWhole), end - 1);
        behind = first + end;
    } else {
        std::uint64_t decimals = 0;
        std::memcpy(&decimals, ++behind, sizeof decimals);
        number.decimals = leadingDigits(decimals);
        if (number.decimals - 1 > 6)
            return number;
        number.digits = numberOf(bytes, whole) * kPowersOfTen[number.decimals] +
                        numberOf(decimals, number.decimals);
        behind += number.decimals;
    }
    if ((*behind | 0x20) == 'e')
        return number;
    // At most 14 digits: both are exact as doubles, and one division rounds correctly.
    number.value = static_cast<double>(static_cast<std::int64_t>(number.digits)) /
                   static_cast<double>(kPowersOfTen[number.decimals]);
    if (number.negative)
        number.value = -number.value;
    number.bytes = static_cast<std::size_t>(behind - at);
    return number;
}

// How a number was written: so many digits, a point behind so many of them, and what followed it.
// One written alike is read in a third of the instructions, and no branch waits for its length.
class NumberForm
{
public:
    // That of a number read at `at`; none where it is negative or has more than seven bytes.
    void expect(const char *at, const PlainNumber &number)
    {
        *this = {};
        if (number.negative || number.bytes == 0 || number.bytes >= sizeof m_others)
            return;
        m_bytes = static_cast<unsigned>(number.bytes);
        m_decimals = number.decimals;
        const unsigned count = m_bytes - (m_decimals != 0 ? 1 : 0);
        const unsigned whole = count - m_decimals;
        m_unusedBits = 8 * (8 - count);
        m_divisor = static_cast<double>(kPowersOfTen[m_decimals]);
        m_mayBeginWithZero = whole == 1;
        m_whole = bytesBelow(whole);
        m_behind = bytesBelow(count) & ~m_whole;
        const std::uint64_t used = bytesBelow(m_bytes + 1);
        m_isDigit = m_whole | (m_decimals != 0 ? m_behind << 8 : 0);
        m_isOther = used & ~m_isDigit;
        std::memcpy(&m_others, at, sizeof m_others);
        m_others &= m_isOther;
    }

    // The number at `at`, if it is written so: of it all but `negative`, which it is not. Reads
    // eight bytes.
    [[nodiscard]] bool read(const char *at, PlainNumber &number) const
    {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        if ((bytes & m_isOther) != m_others || (nonDigits(bytes) & m_isDigit) != 0)
            return false;
        if (*at == '0' && !m_mayBeginWithZero)
            return false;
        number.digits = numberOf(((bytes & m_whole) | (bytes >> 8 & m_behind)) << m_unusedBits);
        number.value = static_cast<double>(static_cast<std::int64_t>(number.digits)) / m_divisor;
        number.decimals = m_decimals;
        number.bytes = m_bytes;
        return true;
    }

private:
    [[nodiscard]] static constexpr std::uint64_t bytesBelow(unsigned count)
    {
        return count < 8 ? (std::uint64_t{1} << 8 * count) - 1 : ~std::uint64_t{0};
    }

    // Which of the eight bytes are digits, and what the others of those that count are. Nothing is
    // written as the first values say: they want all eight to be both.
    std::uint64_t m_isDigit = ~std::uint64_t{0};
    std::uint64_t m_isOther = ~std::uint64_t{0};
    std::uint64_t m_others = ~std::uint64_t{0};
    std::uint64_t m_whole = 0;  // the digits before the point,
    std::uint64_t m_behind = 0; // and those behind it, moved up to it
    double m_divisor = 1;
    unsigned m_unusedBits = 0;
    unsigned m_decimals = 0;
    unsigned m_bytes = 0;
    bool m_mayBeginWithZero = false;
};

struct AnyNumber
{
    double value = 0;
    Decimal decimal;
    std::size_t bytes = 0; // that it takes; 0 where there is none that a double can hold
};

// The number at the front of `text`. What follows it is not looked at.
[[nodiscard]] AnyNumber readAnyNumber(std::string_view text);

} // namespace ingest::wire
