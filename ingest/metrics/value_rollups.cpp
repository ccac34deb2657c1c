// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/value_rollups.h"

#include "ingest/metrics/top_values.h"

namespace ingest::metrics {

void putByValue(const AttributeValues &values, const std::vector<std::uint64_t> &counts,
                ValueRollups found, std::vector<Rollup> &rollups)
{
    std::vector<bool> named(values.size());
    for (const std::uint32_t value : topValues(values, counts).shown)
        named[value] = true;
    std::map<std::string, Rollup> others; // by slot
    for (auto &[key, rollup] : found) {
        const auto &[value, slot] = key;
        rollup.slot = slot;
        if (value == AttributeValues::kOther || !named[value]) {
            addTo(others[slot], rollup);
            continue;
        }
        rollup.attrs = attrsOf(values.attribute(), values.name(value));
        rollups.push_back(std::move(rollup));
    }
    for (auto &[slot, rollup] : others) {
        rollup.slot = slot;
        rollup.attrs = attrsOf(values.attribute(), AttributeValues::kOtherName);
        rollups.push_back(std::move(rollup));
    }
}

} // namespace ingest::metrics
