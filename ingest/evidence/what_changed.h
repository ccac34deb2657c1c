// SPDX-License-Identifier: GPL-3.0-or-later
// What sets the failing apart: attribute=value pairs, and conjunctions of two, ranked by how well
// they tell the failing from the rest, believed only where they also changed against the time
// before. Pure; any thread.
#pragma once

#include "ingest/evidence/attempts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ingest::evidence {

// Journeys that tried, and those of them that failed.
struct Tried
{
    std::uint64_t failing = 0;
    std::uint64_t attempts = 0;
};

struct Difference
{
    std::vector<std::pair<std::string, std::string>> traits; // attribute and value; one or two
    Tried now;                                               // that bear the traits, in the span
    Tried before;                                            // and before it
    double factor = 0;    // their share of the failing / their share of the attempts
    double explained = 0; // share of the failing beyond what failed if they were like the rest
    double deviance = 0;  // what they are ranked by, see significance.h
    bool named = false;   // it is believed: false discoveries are at most one in twenty
};

struct WhatChanged
{
    static constexpr std::uint64_t kLeastFailures = 30;

    Second from{}; // the span in question is (from, to], compared with what was before it
    Second to{};
    Tried now;
    Tried before;
    std::uint64_t failures = 0; // failing events in the span; a journey may have several
    // The named ones first, largest deviance first; then the greatest factor of each other
    // attribute. Empty with fewer than kLeastFailures.
    std::vector<Difference> differences;
};

// About the time in question itself; before it lies as much again and at least 15 min. Both only as
// far back as all events are kept: failing ones are kept longer, and would seem to be all there is.
[[nodiscard]] WhatChanged whatChanged(const KeptEvents &kept,
                                      const config::Configuration &configuration,
                                      const Question &question);

// The same about the part of the time in question in which the failing stand out most; before it
// lies all the rest, as far back as above. For a look at a category or ratio that nobody has
// brushed a span of.
[[nodiscard]] WhatChanged whatChangedLately(const KeptEvents &kept,
                                            const config::Configuration &configuration,
                                            const Question &question);

} // namespace ingest::evidence
