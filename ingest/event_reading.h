// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine makes of an event whatever was before: the time it counts at, and the number of
// its journey. Pure functions.
#pragma once

#include "ingest/metrics/seeded_hash.h"
#include "ingest/time.h"
#include "ingest/wire/event.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace ingest {

struct EventTiming
{
    Timestamp time{}; // it counts at
    bool retimed = false;
    bool late = false;
};

// `arrival` where the event's own time lies more than 10 s after it; late: more than 30 s before.
[[nodiscard]] inline EventTiming timingOf(const wire::Event &event, Timestamp arrival)
{
    constexpr Nanoseconds kLateAfter = std::chrono::seconds{30};
    constexpr Nanoseconds kRetimedAhead = std::chrono::seconds{10};
    const Timestamp own = event.time.value_or(arrival);
    const bool retimed = own - arrival > kRetimedAhead;
    return {retimed ? arrival : own, retimed, arrival - own > kLateAfter};
}

// Journey keys are results' business (an estimate of how many), so their hash has a key of its own
// that never changes; the tables mix it with their seed. Empty: it belongs to none.
[[nodiscard]] inline std::optional<std::uint64_t> journeyHash(const wire::Event &event)
{
    constexpr std::uint64_t kJourneySeed = 0x6a6f75726e657973;
    if (event.journey.empty())
        return std::nullopt;
    return metrics::seededHash(event.journey, kJourneySeed);
}

} // namespace ingest
