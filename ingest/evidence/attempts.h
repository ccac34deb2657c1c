// SPDX-License-Identifier: GPL-3.0-or-later
// What could have failed and what did, as rows of attribute values: one row per journey, since the
// tries of one customer are no independent witnesses, or per event where there is no journey.
// Pure; any thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/evidence/figure.h"
#include "ingest/evidence/kept_events.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ingest::evidence {

// Failing are those attempts that the figure `failing` counts, or those it counts beside them.
struct Question
{
    Figure failing;
    Figure attempts; // everything that could have failed; (from, to] is where it is looked at
};

struct Attempt
{
    KeptEvent event; // the first failing one, else the first
    std::uint64_t key = 0;
    bool fails = false;
    std::uint32_t failures = 0; // failing events
};

// In (from, to], at most kMostAttempts, the latest; in the order of their keys.
inline constexpr std::size_t kMostAttempts = 200'000;
[[nodiscard]] std::vector<Attempt> attemptsIn(const KeptEvents &kept,
                                              const config::Configuration &configuration,
                                              const Question &question, Second from, Second to);

// What failures of this category, or the bad ones of this ratio, are compared with: the trials of
// the ratio they are bad in; without one, all events of the same first word ("payment." of
// "payment.failed").
[[nodiscard]] Question questionAbout(const config::Configuration &configuration,
                                     std::uint32_t category, std::string_view type, Figure when);
[[nodiscard]] Question questionAbout(const config::Configuration &configuration, std::size_t ratio,
                                     Figure when);

} // namespace ingest::evidence
