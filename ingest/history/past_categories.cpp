// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/past_categories.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ingest::history {

namespace {

std::string nameIn(const std::string &attrs)
{
    const auto json = nlohmann::json::parse(attrs, nullptr, false);
    if (!json.is_object() || !json.contains("category") || !json["category"].is_string())
        return {};
    return json["category"].get<std::string>();
}

} // namespace

void addPastCategories(const Sums &sums, std::vector<CategorySnapshot> &categories,
                       const std::function<Series<std::uint64_t>(std::string_view attrs)> &seriesOf)
{
    std::uint32_t place = 0; // among all of history, so that nobody's changes when one is met
    sums.forEachValue(kFailuresName, [&](const std::string &attrs, const Rollup &row) {
        if (row.n == 0)
            return;
        const std::uint32_t ordinal = kUnmetCategories + place++;
        auto found = std::ranges::find_if(categories, [&](const CategorySnapshot &one) {
            return attrsOf("category", one.category) == attrs;
        });
        if (found == categories.end()) {
            CategorySnapshot &added = categories.emplace_back();
            added.category = nameIn(attrs);
            added.ordinal = ordinal;
            added.journeysExact = false;
            found = categories.end() - 1;
        }
        if (row.n > found->count) { // who met those of other runs is not kept
            found->journeys = 0;
            found->journeysExact = false;
            found->cost.bounded = true;
        }
        found->count = row.n;
        Series<std::uint64_t> past = seriesOf(attrs);
        if (found->series.points.empty())
            found->series = std::move(past);
        else
            for (std::size_t i = 0; i < std::min(past.points.size(), found->series.points.size());
                 ++i)
                found->series.points[i] += past.points[i];
    });
    std::ranges::sort(categories, [](const CategorySnapshot &a, const CategorySnapshot &b) {
        return a.count != b.count ? a.count > b.count : a.category < b.category;
    });
}

void recognise(std::vector<CategorySnapshot> &categories,
               const std::vector<CategorySnapshot> &known)
{
    for (CategorySnapshot &category : categories) {
        const auto own = std::ranges::find(known, category.category, &CategorySnapshot::category);
        if (own == known.end())
            continue;
        CategorySnapshot both = *own;
        both.count = category.count;
        both.series = std::move(category.series);
        both.journeys = category.journeys;
        both.journeysExact = category.journeysExact;
        both.cost.bounded = true;
        category = std::move(both);
    }
}

} // namespace ingest::history
