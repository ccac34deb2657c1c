// SPDX-License-Identifier: GPL-3.0-or-later
// What history keeps of a breakdown: the most frequent values under their names, everything else
// added up as (other). Pure.
#pragma once

#include "ingest/metrics/attribute_values.h"
#include "ingest/rollup.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ingest::metrics {

// By value, and slot.
using ValueRollups = std::map<std::pair<std::uint32_t, std::string>, Rollup>;

// `counts`: by value, what decides which are the most frequent.
void putByValue(const AttributeValues &values, const std::vector<std::uint64_t> &counts,
                ValueRollups found, std::vector<Rollup> &rollups);

} // namespace ingest::metrics
