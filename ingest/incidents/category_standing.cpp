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
    const Timestamp first = category.seen.first();
    return first - startedAt >= kWarmUp && asOf - first < kFreshFor;
}

Recently observedRecently(Timestamp asOf, Timestamp startedAt, const metrics::AwaySpans &away)
{
    const auto observed = [&](Timestamp from, Timestamp to) {
        return from >= to ? Nanoseconds{0} : to - from - away.within(from, to);
    };
    const Timestamp hour = std::max<Timestamp>(asOf - 1h, startedAt);
    const Timestamp lately = std::max<Timestamp>(asOf - kLately, startedAt);
    return {0, 0, observed(lately, asOf), observed(hour, lately)};
}

Standing standingOf(const metrics::CategoryTable::Category &category, const Recently &recently,
                    Timestamp asOf, Timestamp startedAt)
{
    Standing standing;
    bool grows = false;
    if (recently.observedRest >= kLately && recently.hour > recently.lately &&
        recently.observedLately > Nanoseconds{0}) {
        const double expected = static_cast<double>(recently.hour - recently.lately) *
                                (static_cast<double>(recently.observedLately.count()) /
                                 static_cast<double>(recently.observedRest.count()));
        const auto seen = static_cast<double>(recently.lately);
        standing.growth = seen / expected;
        grows = recently.lately >= kLeastEvents && seen >= 2 * expected &&
                seen - expected > 4 * std::sqrt(expected + 1);
    }
    const std::optional<Timestamp> returned = category.seen.returned();
    if (isFresh(category, asOf, startedAt))
        standing.state = CategoryState::fresh;
    else if (returned && asOf - *returned < kFreshFor)
        standing.state = CategoryState::regressed;
    else if (grows)
        standing.state = CategoryState::escalating;
    return standing;
}

} // namespace ingest::incidents
