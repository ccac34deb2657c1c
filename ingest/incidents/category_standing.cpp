// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/category_standing.h"

#include <algorithm>
#include <cmath>

namespace ingest::incidents {

namespace {

using namespace std::chrono_literals;

constexpr Nanoseconds kWarmUp = 60s;
constexpr Nanoseconds kLately = 5min;
constexpr std::uint64_t kLeastEvents = 10;

} // namespace

bool isFresh(const metrics::CategoryTable::Category &category, Timestamp asOf, Timestamp startedAt)
{
    return category.firstSeen - startedAt >= kWarmUp && asOf - category.firstSeen < kFreshFor;
}

Standing standingOf(const metrics::CategoryTable::Category &category, std::uint64_t lately,
                    std::uint64_t hour, Timestamp asOf, Timestamp startedAt)
{
    Standing standing;
    const Nanoseconds rest = std::min<Nanoseconds>(asOf - startedAt, 1h) - kLately;
    bool grows = false;
    if (rest >= kLately && hour > lately) {
        const double expected =
            static_cast<double>(hour - lately) *
            (static_cast<double>(kLately.count()) / static_cast<double>(rest.count()));
        const auto seen = static_cast<double>(lately);
        standing.growth = seen / expected;
        grows = lately >= kLeastEvents && seen >= 2 * expected &&
                seen - expected > 4 * std::sqrt(expected + 1);
    }
    if (isFresh(category, asOf, startedAt))
        standing.state = CategoryState::fresh;
    else if (category.returned != Timestamp::min() && asOf - category.returned < kFreshFor)
        standing.state = CategoryState::regressed;
    else if (grows)
        standing.state = CategoryState::escalating;
    return standing;
}

} // namespace ingest::incidents
