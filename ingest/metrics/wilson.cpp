// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/wilson.h"

#include <algorithm>
#include <cmath>

namespace ingest::metrics {

Interval wilson95(std::uint64_t good, std::uint64_t trials)
{
    if (trials == 0)
        return {0.0, 1.0};
    constexpr double z = 1.959963984540054;
    const double n = static_cast<double>(trials);
    const double p = static_cast<double>(good) / n;
    const double scale = 1.0 / (1.0 + z * z / n);
    const double centre = (p + z * z / (2.0 * n)) * scale;
    const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) * scale;
    // At the ends rounding may leave a hair outside.
    return {good == 0 ? 0.0 : std::max(0.0, centre - half),
            good == trials ? 1.0 : std::min(1.0, centre + half)};
}

Interval completeness(std::uint64_t good, std::uint64_t bad, std::uint64_t lost)
{
    const double all =
        static_cast<double>(good) + static_cast<double>(bad) + static_cast<double>(lost);
    if (all == 0)
        return {0.0, 1.0};
    return {static_cast<double>(good) / all,
            (static_cast<double>(good) + static_cast<double>(lost)) / all};
}

} // namespace ingest::metrics
