// SPDX-License-Identifier: GPL-3.0-or-later
// The most travelled path through the event types of observed journeys: what a funnel should show
// when nobody has said which. Pure function.
#pragma once

#include <cstdint>
#include <vector>

namespace ingest {

// Event types as small numbers, each journey's in the order of their first occurrence.
using Route = std::vector<std::uint16_t>;

// Of all sequences of types, the one with the greatest sum, over its steps after the first, of the
// journeys that came so far in this order. A step is left out where under 5 % of those before it go
// on: a refund is not the end of the way. Ties go to the smaller number. Only the 24 types that
// most journeys have are considered. Empty where no journey has two types.
[[nodiscard]] std::vector<std::uint16_t> mostTravelledPath(const std::vector<Route> &routes);

} // namespace ingest
