// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facets.h"

#include <algorithm>
#include <functional>
#include <map>

namespace models {

namespace {

constexpr std::size_t kMostFacets = 6;
constexpr std::size_t kMostValues = 5;
constexpr std::size_t kFewDifferent = 40; // more different values are ids

} // namespace

std::vector<Facet> facetsOf(const std::vector<EventRow> &rows)
{
    std::map<QString, std::map<QString, int>> counts;
    for (const EventRow &row : rows) {
        if (!row.reason.isEmpty())
            ++counts[QStringLiteral("category")][row.reason];
        for (const auto &[name, value] : row.attributes)
            ++counts[name][value];
    }
    std::vector<Facet> facets;
    for (const auto &[name, values] : counts) {
        if (values.size() > kFewDifferent)
            continue;
        Facet facet{name, 0, {}};
        for (const auto &[value, count] : values) {
            facet.total += count;
            facet.values.push_back({value, count});
        }
        std::ranges::stable_sort(facet.values, std::greater<>{}, &Facet::Value::count);
        if (facet.values.size() > kMostValues)
            facet.values.resize(kMostValues);
        if (facet.total * 2 >= static_cast<int>(rows.size()))
            facets.push_back(std::move(facet));
    }
    // First those that one value rules most.
    std::ranges::stable_sort(facets, std::greater<>{}, [](const Facet &facet) {
        return facet.values.size() < 2 ? 0.0
                                       : static_cast<double>(facet.values.front().count) /
                                             static_cast<double>(facet.total);
    });
    if (facets.size() > kMostFacets)
        facets.resize(kMostFacets);
    return facets;
}

QStringList vocabularyOf(const std::vector<Facet> &facets)
{
    QStringList terms{QStringLiteral("type:"), QStringLiteral("source:"),
                      QStringLiteral("category:"), QStringLiteral("journey:")};
    for (const Facet &facet : facets)
        for (const Facet::Value &value : facet.values)
            terms.append(facet.attribute + QLatin1Char(':') + value.value);
    return terms;
}

} // namespace models
