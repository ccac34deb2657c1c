// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/rollup.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ingest {

namespace {

std::vector<SlotCount> merged(const std::vector<SlotCount> &a, const std::vector<SlotCount> &b)
{
    std::vector<SlotCount> sum;
    sum.reserve(a.size() + b.size());
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->first < right->first)) {
            sum.push_back(*left++);
        } else if (left == a.end() || right->first < left->first) {
            sum.push_back(*right++);
        } else {
            sum.emplace_back(left->first, left->second + right->second);
            ++left;
            ++right;
        }
    }
    return sum;
}

} // namespace

std::string attrsOf(std::string_view attribute, std::string_view value)
{
    const nlohmann::json attrs{{std::string(attribute), std::string(value)}};
    return attrs.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void addTo(Rollup &into, const Rollup &from)
{
    into.n += from.n;
    into.bad += from.bad;
    into.sumMinor += from.sumMinor;
    if (!from.histogram.empty())
        into.histogram = merged(into.histogram, from.histogram);
    if (into.uniques.empty())
        into.uniques = from.uniques;
    else
        for (std::size_t i = 0; i < std::min(into.uniques.size(), from.uniques.size()); ++i)
            into.uniques[i] = std::max(into.uniques[i], from.uniques[i]);
}

} // namespace ingest
