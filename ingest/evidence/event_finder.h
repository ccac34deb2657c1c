// SPDX-License-Identifier: GPL-3.0-or-later
// The events, or the journeys, behind a figure, as far as they are still kept. Pure; any thread.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/evidence/figure.h"
#include "ingest/evidence/kept_events.h"

#include <cstdint>
#include <vector>

namespace ingest::evidence {

struct FoundJourney
{
    std::uint64_t key = 0; // hash
    KeptEvent latest;      // of the events that count it
};

// One of the two is filled, as the figure counts events or journeys; the latest first.
struct Found
{
    std::vector<KeptEvent> events;
    std::vector<FoundJourney> journeys;
    [[nodiscard]] std::size_t size() const { return events.size() + journeys.size(); }
};

[[nodiscard]] Found find(const KeptEvents &kept, const config::Configuration &configuration,
                         const Figure &figure);

// All kept events of one journey, the earliest first; with `idle` only those that no longer pause
// divides from `around`.
[[nodiscard]] std::vector<KeptEvent> eventsOfJourney(const KeptEvents &kept, std::uint64_t key,
                                                     Timestamp around, std::chrono::seconds idle);

} // namespace ingest::evidence
