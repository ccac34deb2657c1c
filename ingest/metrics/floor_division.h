// SPDX-License-Identifier: GPL-3.0-or-later
// Instants as whole numbers, before 1970 too: division that rounds down, or up. Pure functions.
#pragma once

#include <cstdint>
#include <limits>

namespace ingest::metrics {

inline constexpr std::int64_t kNanosecondsASecond = 1'000'000'000;
// The number of no bucket; sums with it do not overflow.
inline constexpr std::int64_t kNoBucket = std::numeric_limits<std::int64_t>::min() / 2;

// Seconds and nanoseconds of a state lie within these, so that no sum with them overflows.
[[nodiscard]] constexpr bool isSecond(std::int64_t second)
{
    return second > -9'000'000'000 && second < 9'000'000'000;
}
[[nodiscard]] constexpr bool isInstant(std::int64_t nanoseconds)
{
    return nanoseconds >= -4'600'000'000 * kNanosecondsASecond &&
           nanoseconds <= 4'600'000'000 * kNanosecondsASecond;
}

// `b` is positive.
[[nodiscard]] constexpr std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

[[nodiscard]] constexpr std::int64_t ceilDivide(std::int64_t a, std::int64_t b)
{
    return a / b + (a % b > 0 ? 1 : 0);
}

} // namespace ingest::metrics
