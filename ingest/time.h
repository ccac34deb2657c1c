// SPDX-License-Identifier: GPL-3.0-or-later
// The one notion of time in the core: an instant in UTC, in nanoseconds since 1970.
// Plain values; any thread. Nothing below the ingest loop reads a clock.
#pragma once

#include <chrono>

namespace ingest {

using Nanoseconds = std::chrono::nanoseconds;
using Seconds = std::chrono::seconds;

// Covers the years 1678 to 2262; the decoder refuses anything outside as `bad-time`.
using Timestamp = std::chrono::sys_time<std::chrono::nanoseconds>;

// A whole second: asOf and bucket edges. The bucket named `t` holds the events in (t - step, t].
using Second = std::chrono::sys_seconds;

// The smallest whole second at or after `t`: the bucket an event at `t` belongs to.
[[nodiscard]] constexpr Second bucketOf(Timestamp t)
{
    return std::chrono::ceil<Seconds>(t);
}

} // namespace ingest
