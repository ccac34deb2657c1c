// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/category_tallies.h"

#include <algorithm>
#include <map>

namespace ingest::metrics {

namespace {

constexpr std::size_t kNotShown = static_cast<std::size_t>(-1);

} // namespace

CategoryTallies::CategoryTallies(const config::Limits &limits, std::uint64_t seed)
    : m_table(limits.categories, seed), m_journeys(limits.uniques, seed)
{
}

std::uint32_t CategoryTallies::record(const Occurrence &occurrence)
{
    const std::uint32_t ordinal = m_table.observe(occurrence.event, occurrence.time);
    m_failures.add(occurrence.bucket);
    m_counts.add(occurrence.bucket, ordinal, Count{1});
    if (occurrence.journey)
        m_journeys.add(occurrence.bucket, ordinal, *occurrence.journey);
    return ordinal;
}

void CategoryTallies::advanceTo(Second asOf)
{
    m_failures.advanceTo(asOf);
    m_counts.advanceTo(asOf);
    m_journeys.advanceTo(asOf);
}

std::vector<CategorySnapshot> CategoryTallies::snapshot(const View &view) const
{
    const ChartGrid grid = gridOf(view);
    std::vector<CategorySnapshot> shown;
    for (std::uint32_t ordinal = 0; ordinal < m_counts.windows().keys(); ++ordinal) {
        const std::uint64_t count = m_counts.windows().total(view.window, ordinal);
        if (count == 0)
            continue;
        const CategoryTable::Category &category = m_table.categories()[ordinal];
        CategorySnapshot &row = shown.emplace_back();
        row.ordinal = ordinal;
        row.category = category.name;
        row.fingerprint = category.fingerprint;
        row.type = category.type;
        row.source = category.source;
        row.count = count;
        row.journeys = m_journeys.count(view.window, ordinal);
        row.journeysExact = m_journeys.exact(view.window);
        row.firstSeen = category.seen.first();
        row.lastSeen = category.seen.last();
        row.series = {grid.start, grid.step, grid.partial, {}};
        row.series.points.resize(grid.points);
    }
    std::ranges::sort(shown, [](const CategorySnapshot &a, const CategorySnapshot &b) {
        return a.count != b.count ? a.count > b.count : a.category < b.category;
    });
    std::vector<std::size_t> places(m_counts.windows().keys(), kNotShown);
    for (std::size_t i = 0; i < shown.size(); ++i)
        places[shown[i].ordinal] = i;
    m_counts.forEachSlice(grid.start, view.asOf, [&](Second at, const auto &tallies) {
        for (const Tally<Count> &tally : tallies)
            if (const std::size_t place = places[tally.key]; place != kNotShown)
                shown[place].series.points[grid.pointOf(at)] += tally.quantity.n;
    });
    return shown;
}

void CategoryTallies::putRollups(Second from, Seconds resolution,
                                 std::vector<Rollup> &rollups) const
{
    rollups.emplace_back().n = m_failures.between(from, from + resolution);
    std::map<std::string, Rollup> byName; // those beyond the cap have one name
    m_counts.forEachSum(from, from + resolution, [&](const auto &tallies) {
        for (const Tally<Count> &tally : tallies)
            byName[m_table.categories()[tally.key].name].n += tally.quantity.n;
    });
    for (auto &[name, rollup] : byName) {
        rollup.attrs = attrsOf("category", name);
        rollups.push_back(std::move(rollup));
    }
}

} // namespace ingest::metrics
