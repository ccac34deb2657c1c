// SPDX-License-Identifier: GPL-3.0-or-later
// Which events are markers, and what those are called. Pure functions.
#pragma once

#include "ingest/marker.h"
#include "ingest/metrics/event_matching.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ingest::metrics {

// The rules that may match, in the configuration's order; Operation::signal is the rule's place.
[[nodiscard]] std::vector<Operation>
compile(const std::vector<config::MarkerConfiguration> &markers, std::string_view type);

// By the first of the operations compiled for the event's type that matches.
[[nodiscard]] std::optional<Marker>
markerOf(const wire::Event &event, Second bucket, std::vector<Operation> &operations,
         const std::vector<config::MarkerConfiguration> &markers);

} // namespace ingest::metrics
