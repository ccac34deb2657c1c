// SPDX-License-Identifier: GPL-3.0-or-later
// What a recording holds when: events and failures over its whole time, and where nothing was
// recorded. Immutable once handed over; any thread.
#pragma once

#include "ingest/snapshot.h"

#include <cstdint>
#include <vector>

namespace ingest::replay {

struct TimelinePoint
{
    std::uint64_t events = 0;
    std::uint64_t failed = 0; // of these
    bool operator==(const TimelinePoint &) const = default;
};

// Point i counts what arrived in (from + i * step, from + (i + 1) * step].
struct Timeline
{
    static constexpr std::size_t kMostPoints = 4096;

    Second from{};
    Second to{}; // the last instant known, rounded up
    Seconds step{1};
    std::vector<TimelinePoint> points;
    std::vector<Marker> markers;      // the newest, ascending
    std::vector<UnobservedSpan> gaps; // in which nothing was recorded; ascending
    std::uint64_t missing = 0;        // messages that were not written in time
    bool complete = false;            // all of it has been read
    [[nodiscard]] bool empty() const { return to == from; }
};

} // namespace ingest::replay
