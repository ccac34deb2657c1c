// SPDX-License-Identifier: GPL-3.0-or-later
// Which values of an attribute a snapshot shows: the most frequent ones; the rest go together.
// Pure.
#pragma once

#include "ingest/metrics/attribute_values.h"

#include <cstdint>
#include <vector>

namespace ingest::metrics {

inline constexpr std::size_t kShownValues = 20;

struct TopValues
{
    std::vector<std::uint32_t> shown; // by count, largest first; ties by name
    std::vector<std::uint32_t> rest;  // under (other); the value `(other)` itself among them
};

// `countOf(value)` is the value's count in the window; values without any are left out.
template <class CountOf>
[[nodiscard]] TopValues topValues(const AttributeValues &values, CountOf countOf);

// The same for counts by value.
[[nodiscard]] TopValues topValues(const AttributeValues &values,
                                  const std::vector<std::uint64_t> &counts);

template <class CountOf>
TopValues topValues(const AttributeValues &values, CountOf countOf)
{
    std::vector<std::uint64_t> counts(values.size());
    for (std::uint32_t value = 0; value < values.size(); ++value)
        counts[value] = countOf(value);
    return topValues(values, counts);
}

} // namespace ingest::metrics
