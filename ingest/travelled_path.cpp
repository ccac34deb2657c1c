// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/travelled_path.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace ingest {

namespace {

constexpr std::size_t kMostTypes = 24;
constexpr std::size_t kLeastGoingOnPercent = 5;
constexpr std::uint8_t kAbsent = 0xff;

// For each considered type its position in every journey.
struct Positions
{
    std::vector<std::uint16_t> types;
    std::vector<std::array<std::uint8_t, kMostTypes>> journeys;
};

std::vector<std::uint16_t> mostFrequentTypes(const std::vector<Route> &routes)
{
    std::vector<std::pair<std::size_t, std::uint16_t>> counts;
    for (const Route &route : routes) {
        for (const std::uint16_t type : route) {
            while (counts.size() <= type)
                counts.emplace_back(0, static_cast<std::uint16_t>(counts.size()));
            ++counts[type].first;
        }
    }
    std::ranges::sort(counts, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::uint16_t> types;
    for (const auto &[count, type] : counts)
        if (count > 0 && types.size() < kMostTypes)
            types.push_back(type);
    std::ranges::sort(types);
    return types;
}

Positions positionsOf(const std::vector<Route> &routes)
{
    Positions positions{mostFrequentTypes(routes), {}};
    for (const Route &route : routes) {
        auto &row = positions.journeys.emplace_back();
        row.fill(kAbsent);
        std::uint8_t place = 0;
        for (const std::uint16_t type : route) {
            const auto found = std::ranges::lower_bound(positions.types, type);
            if (found != positions.types.end() && *found == type)
                row[static_cast<std::size_t>(found - positions.types.begin())] = place++;
        }
    }
    return positions;
}

// Types by how many others they mostly come before, so that a path only ever goes forward.
std::vector<std::size_t> inUsualOrder(const Positions &positions)
{
    const std::size_t count = positions.types.size();
    std::vector<int> wins(count, 0);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = a + 1; b < count; ++b) {
            int balance = 0;
            for (const auto &journey : positions.journeys)
                if (journey[a] != kAbsent && journey[b] != kAbsent)
                    balance += journey[a] < journey[b] ? 1 : -1;
            const int sign = (balance > 0) - (balance < 0);
            wins[a] += sign;
            wins[b] -= sign;
        }
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](auto a, auto b) { return wins[a] > wins[b]; });
    return order;
}

struct Path
{
    std::vector<std::size_t> steps;
    std::vector<std::uint32_t> journeys; // those that came to its end
    std::size_t weight = 0;
};

std::vector<std::uint32_t> goingOn(const Positions &positions, const Path &path, std::size_t next)
{
    std::vector<std::uint32_t> out;
    for (const std::uint32_t journey : path.journeys) {
        const auto &row = positions.journeys[journey];
        if (row[next] != kAbsent && row[path.steps.back()] < row[next])
            out.push_back(journey);
    }
    return out;
}

Path startingAt(const Positions &positions, std::size_t type)
{
    Path path{{type}, {}, 0};
    for (std::uint32_t journey = 0; journey < positions.journeys.size(); ++journey)
        if (positions.journeys[journey][type] != kAbsent)
            path.journeys.push_back(journey);
    return path;
}

} // namespace

std::vector<std::uint16_t> mostTravelledPath(const std::vector<Route> &routes)
{
    const Positions positions = positionsOf(routes);
    std::vector<Path> paths; // the best that ends at each type, in usual order
    for (const std::size_t type : inUsualOrder(positions)) {
        Path best = startingAt(positions, type);
        for (const Path &before : paths) {
            std::vector<std::uint32_t> journeys = goingOn(positions, before, type);
            if (journeys.empty() ||
                100 * journeys.size() < kLeastGoingOnPercent * before.journeys.size())
                continue;
            const std::size_t weight = before.weight + journeys.size();
            if (weight <= best.weight)
                continue;
            best = {before.steps, std::move(journeys), weight};
            best.steps.push_back(type);
        }
        paths.push_back(std::move(best));
    }
    const auto heaviest = std::ranges::max_element(paths, {}, &Path::weight);
    std::vector<std::uint16_t> out;
    if (heaviest == paths.end() || heaviest->weight == 0)
        return out;
    for (const std::size_t step : heaviest->steps)
        out.push_back(positions.types[step]);
    return out;
}

} // namespace ingest
