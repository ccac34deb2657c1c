// SPDX-License-Identifier: GPL-3.0-or-later
// Eight decimal digits at once, in one register. Pure.
// Method: D. Lemire, "Quickly parsing eight digits" (2018).
#pragma once

#include <bit>
#include <cstdint>

namespace ingest::wire {

// Zero in each of the eight bytes that is a digit, and in no other.
[[nodiscard]] constexpr std::uint64_t nonDigits(std::uint64_t bytes)
{
    // A digit has 3 above and no carry into 4 when 6 is added.
    return ((bytes & 0xf0f0f0f0f0f0f0f0) ^ 0x3030303030303030) |
           (((bytes & 0x0f0f0f0f0f0f0f0f) + 0x0606060606060606) & 0xf0f0f0f0f0f0f0f0);
}

// How many of the eight bytes, the lowest first, are digits before the first that is none.
[[nodiscard]] constexpr unsigned leadingDigits(std::uint64_t bytes)
{
    return static_cast<unsigned>(std::countr_zero(nonDigits(bytes))) / 8;
}

// The number that eight bytes make, the lowest of which is the first digit. Zeros and bytes of zero
// may stand before the digits.
[[nodiscard]] constexpr std::uint64_t numberOf(std::uint64_t bytes)
{
    std::uint64_t value = bytes & 0x0f0f0f0f0f0f0f0f;
    value = (value * (1 + (10 << 8))) >> 8;
    value = ((value & 0x00ff00ff00ff00ff) * (1 + (100 << 16))) >> 16;
    return ((value & 0x0000ffff0000ffff) * (1 + (std::uint64_t{10'000} << 32))) >> 32;
}

// The number that the first `count` of eight bytes make, 1 to 8, which are digits.
[[nodiscard]] constexpr std::uint64_t numberOf(std::uint64_t bytes, unsigned count)
{
    return numberOf(bytes << (8 * (8 - count)));
}

} // namespace ingest::wire
