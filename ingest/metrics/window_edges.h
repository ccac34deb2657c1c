// SPDX-License-Identifier: GPL-3.0-or-later
// Where windows and chart points begin and end: the one place that knows. Pure functions.
#pragma once

#include "ingest/time.h"
#include "ingest/window.h"

#include <array>
#include <cstddef>

namespace ingest::metrics {

inline constexpr std::size_t kWindowCount = kWindows.size();

// The rolling windows with edges at whole seconds, shortest first.
inline constexpr std::array<Window, 4> kSecondWindows{Window::oneMinute, Window::fiveMinutes,
                                                      Window::fifteenMinutes, Window::oneHour};

inline constexpr Seconds kMinute{60};
inline constexpr Seconds kSecondRingSpan{2 * 3600};
inline constexpr Seconds kMinuteRingSpan{48 * 3600};
// Longer than any rolling window: after such a gap every window is empty.
inline constexpr Seconds kForgetGap{25 * 3600};

[[nodiscard]] constexpr std::size_t indexOf(Window window)
{
    return static_cast<std::size_t>(window);
}

// The end of the minute (end - 60 s, end] that holds `second`.
[[nodiscard]] constexpr Second minuteOf(Second second)
{
    return std::chrono::ceil<std::chrono::minutes>(second);
}

// A window holds the events in (start, asOf]. `all` has no start: the least instant there is.
[[nodiscard]] Second windowStart(Window window, Second asOf);

// True where an event in `bucket` is older than every ring at `asOf`.
[[nodiscard]] constexpr bool isTooLate(Second bucket, Second asOf)
{
    return bucket <= asOf - kMinuteRingSpan && // few are: no minute is looked for
           minuteOf(bucket) <= std::chrono::floor<std::chrono::minutes>(asOf) - kMinuteRingSpan;
}

// The chart points of a window: aligned to multiples of their step, so that closed points never
// change as time goes on; the first may begin before the window, the last may end after asOf.
struct ChartGrid
{
    Second start{};
    Seconds step{1};
    std::size_t points = 0;
    bool partial = false;
    // The point that holds `bucket`; only where start < bucket <= end().
    [[nodiscard]] std::size_t pointOf(Second bucket) const
    {
        return static_cast<std::size_t>((bucket - start - Seconds{1}) / step);
    }
    [[nodiscard]] Second end() const { return start + step * static_cast<Seconds::rep>(points); }
    [[nodiscard]] bool holds(Second bucket) const { return bucket > start && bucket <= end(); }
};

[[nodiscard]] ChartGrid chartGrid(Window window, Second asOf);
[[nodiscard]] ChartGrid chartGrid(Window window, Second asOf, Seconds step);

} // namespace ingest::metrics
