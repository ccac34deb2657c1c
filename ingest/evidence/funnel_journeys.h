// SPDX-License-Identifier: GPL-3.0-or-later
// The journeys behind a funnel's figure: the kept events of each journey are led through the chains
// that the engine counts with. Pure; any thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/evidence/event_finder.h"

#include <vector>

namespace ingest::evidence {

// Of the parts of a figure: `step` those with a chain of that many steps entered in the span;
// `entered` those whose first entry lies in it, and `converted` those of them with a complete
// chain. Breakdowns of funnels are not told apart.
[[nodiscard]] std::vector<FoundJourney> funnelJourneys(const KeptEvents &kept,
                                                       const config::Configuration &configuration,
                                                       const Figure &figure);

// A pause longer than this divides a journey key into two journeys.
[[nodiscard]] std::chrono::seconds longestPause(const config::Configuration &configuration);

} // namespace ingest::evidence
