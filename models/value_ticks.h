// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges and round tick values of chart axes. Plain functions; any thread.
#pragma once

#include <vector>

namespace models {

struct ValueRange
{
    double low = 0;
    double high = 1;
    [[nodiscard]] double height() const { return high - low; }
    bool operator==(const ValueRange &) const = default;
};

// Multiples of 1, 2 or 5 times a power of ten that lie within the range; at most `atMost` (>= 2).
[[nodiscard]] std::vector<double> linearTicks(const ValueRange &range, int atMost);

// As linearTicks(), but up to two more where it has fewer than two: one alone is no scale. `atMost`
// >= 3.
[[nodiscard]] std::vector<double> scaleTicks(const ValueRange &range, int atMost);

// Round durations in ms, each about twice the one before (... 250 ms, 500 ms, 1 s, 2 s ...), that
// lie within the range, given in log2 of ms; at most `atMost` (>= 2), in ms.
[[nodiscard]] std::vector<double> durationTicks(const ValueRange &log2Range, int atMost);

// The range whose ends are at the next round values outside of it.
[[nodiscard]] ValueRange roundedOut(const ValueRange &range, int ticks);

} // namespace models
