// SPDX-License-Identifier: GPL-3.0-or-later
// Which events are markers where nobody has said so: those that deployment tools, feature flags and
// campaigns usually send. Pure function.
#pragma once

#include "ingest/suggestion.h"

#include <vector>

namespace ingest {

// Whatever has been observed of them, for they are rare; but a pattern that customers' events match
// is left out.
[[nodiscard]] std::vector<config::MarkerConfiguration>
suggestedMarkers(const std::vector<ObservedType> &types);

} // namespace ingest
