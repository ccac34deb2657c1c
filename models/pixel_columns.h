// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of pixels of a time chart, counted since 1970: an instant lies in the same column
// whatever is in view, so that charts scroll by whole pixels. Plain values; any thread.
#pragma once

#include "models/time_axis.h"

#include <cstdint>

namespace models {

struct PixelColumns
{
    double msPerPx = 1;
    std::int64_t first = 0; // the leftmost one in view
    int count = 1;

    [[nodiscard]] std::int64_t end() const { return first + count; }
    // Columns since 1970, on sixteenths: few enough that offsets of them are exact.
    [[nodiscard]] double at(double ms) const;
    [[nodiscard]] std::int64_t columnOf(double ms) const;

    bool operator==(const PixelColumns &) const = default;
};

// The columns of `axis` as it came from a snapshot, its end in the last one.
[[nodiscard]] PixelColumns pixelColumnsOf(const TimeAxis &axis, int widthPx);

} // namespace models
