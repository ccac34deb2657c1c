// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal numbers exactly as they were written: money and times must not pass through a double.
// Pure; never throws, never allocates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ingest::wire {

enum class Rounding { down, halfAwayFromZero };

// A JSON number (RFC 8259) taken apart: (negative ? -1 : 1) * digits * 10^exponent. More than 19
// significant digits are cut, which `inexact` tells.
struct Decimal
{
    bool negative = false;
    std::uint64_t digits = 0;
    std::int64_t exponent = 0;
    bool inexact = false;

    // The value times 10^power as an integer; empty where it does not fit.
    [[nodiscard]] std::optional<std::int64_t> scaled(int power, Rounding rounding) const;
};

// Empty where `text` is not a complete JSON number.
[[nodiscard]] std::optional<Decimal> parseDecimal(std::string_view text);

struct ParsedNumber
{
    double value = 0;        // the nearest double; 0 where there is none
    bool wellFormed = false; // a complete JSON number
    bool inRange = false;    // neither infinite nor, though not zero, rounded to zero
};

[[nodiscard]] ParsedNumber parseNumber(std::string_view text);

} // namespace ingest::wire
