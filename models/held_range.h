// SPDX-License-Identifier: GPL-3.0-or-later
// A chart's value range that grows at once and shrinks only when the narrower range has been
// enough for 60 s, so that axes do not pump. Owned by a chart; GUI thread. Time is an argument.
#pragma once

#include "models/value_ticks.h"

#include <optional>

namespace models {

class HeldRange
{
public:
    // `nowMs` is the asOf of what is shown; when it goes back or jumps (another window, a rewind),
    // call reset() first.
    ValueRange update(const ValueRange &wanted, double nowMs);
    void reset() { m_held.reset(); }

private:
    std::optional<ValueRange> m_held;
    std::optional<ValueRange> m_narrower; // all that was wanted since m_sinceMs
    double m_sinceMs = 0;
};

} // namespace models
