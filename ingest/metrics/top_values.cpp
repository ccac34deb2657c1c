// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/top_values.h"

#include <algorithm>

namespace ingest::metrics {

TopValues topValues(const AttributeValues &values, const std::vector<std::uint64_t> &counts)
{
    TopValues top;
    for (std::uint32_t value = 1; value < counts.size(); ++value)
        if (counts[value] != 0)
            top.shown.push_back(value);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : values.name(a) < values.name(b);
    };
    if (top.shown.size() > kShownValues) {
        std::ranges::nth_element(top.shown, top.shown.begin() + kShownValues, before);
        top.rest.assign(top.shown.begin() + kShownValues, top.shown.end());
        top.shown.resize(kShownValues);
    }
    std::ranges::sort(top.shown, before);
    if (!counts.empty() && counts[AttributeValues::kOther] != 0)
        top.rest.push_back(AttributeValues::kOther);
    return top;
}

} // namespace ingest::metrics
