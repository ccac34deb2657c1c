// SPDX-License-Identifier: GPL-3.0-or-later
// Whole division that rounds down, or up, for instants before 1970 too. Pure functions.
#pragma once

#include <cstdint>

namespace ingest::metrics {

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
