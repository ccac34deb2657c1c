// SPDX-License-Identifier: GPL-3.0-or-later
// One customer of the simulated shop: who they are, and everything they will do, planned when they
// arrive. Pure: chance and time are arguments.
#pragma once

#include "app/ctl/shop/planned_event.h"
#include "app/ctl/shop/random.h"
#include "app/ctl/shop/scenario.h"

#include <string_view>
#include <vector>

namespace app::shop {

struct Customer
{
    std::uint64_t journey = 0;
    std::string_view country;
    std::string_view platform;
    std::string_view appVersion;
    std::string_view device;
    std::string_view provider;
    double slowness = 1; // of their device and network
};

[[nodiscard]] Customer arrive(Random &random, const Plan &plan, std::uint64_t journey,
                              ingest::Timestamp at);

// Appends the customer's events in time order, the first at `at`.
void planJourney(Random &random, const Plan &plan, const Customer &customer, ingest::Timestamp at,
                 std::vector<PlannedEvent> &out);

} // namespace app::shop
