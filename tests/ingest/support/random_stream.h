// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded streams as bad as the world: disorder, duplicates, loss, late, early and hopeless times,
// restarts, failures, several currencies, latencies of every size. Equal seeds, equal streams.
#pragma once

#include "ingest/config/configuration.h"
#include "tests/ingest/support/raw_event.h"

#include <cstdint>
#include <vector>

namespace test {

struct StreamShape
{
    std::size_t events = 2000;
    double spanSeconds = 900;
    bool tooLate = true; // some events are days old
};

// In order of arrival, which is present in each. What comes twice is identical but for its arrival
// and comes again within ten minutes.
[[nodiscard]] std::vector<RawEvent> randomStream(std::uint64_t seed, const StreamShape &shape);

// Every signal kind over the events of randomStream(), with breakdowns.
[[nodiscard]] ingest::config::Configuration everySignal();

} // namespace test
