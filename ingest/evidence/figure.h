// SPDX-License-Identifier: GPL-3.0-or-later
// What one number on the screen counts: which events or journeys are behind it. Plain values; any
// thread.
#pragma once

#include "ingest/time.h"
#include "ingest/window.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ingest::evidence {

// Of a ratio `good` or `bad`; of a funnel: `step` (row k counted from 1), or by their first entry
// the journeys that `entered` and those of them that `converted`.
enum class Part : std::uint8_t { any, good, bad, step, entered, converted };

struct Figure
{
    // What: one configured signal, one category, every failing event, or else every event.
    std::optional<std::size_t> signal; // its place in the configuration
    std::optional<std::uint32_t> category;
    bool failing = false;
    std::string types; // a pattern of event types, `*` for any run of characters; empty: all
    Part part = Part::any;
    std::size_t step = 1;
    bool journeys = false; // it counts distinct journeys, not events; uniques and funnels always do

    // A breakdown's row: one value of the attribute, or for `(other)` all but those shown.
    std::string attribute;
    std::string value;
    bool others = false;
    std::vector<std::string> shown;

    // When: in (from, to], the second of an event being the one it ends in.
    Second from = Second::min();
    Second to = Second::max();
    Second asOf = Second::max(); // funnels: events after it have not happened yet
};

// A figure of the whole window, to be completed.
[[nodiscard]] Figure figureIn(Window window, Second asOf);

} // namespace ingest::evidence
