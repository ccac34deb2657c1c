// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latency_series.h"

#include <algorithm>
#include <array>
#include <map>

namespace ingest::metrics {

Quantiles quantilesOf(const LatencyHistogram &histogram)
{
    if (histogram.count() == 0)
        return {};
    static constexpr std::array kQs{0.50, 0.75, 0.90, 0.95, 0.99};
    std::array<double, kQs.size()> values{};
    histogram.putQuantilesMs(kQs, values);
    return {values[0], values[1], values[2], values[3], values[4], histogram.maxMs()};
}

void LatencySeries::add(Second bucket, std::uint16_t slot, double milliseconds)
{
    m_ring.add(bucket, slot, Count{1});
    m_max.add(bucket, milliseconds);
    if (bucket <= m_ring.asOf())
        m_charts.forget(bucket);
}

void LatencySeries::advanceTo(Second asOf)
{
    m_ring.advanceTo(asOf);
    m_max.advanceTo(asOf);
}

const LatencyHistogram &LatencySeries::histogram(Window window)
{
    LatencyHistogram &histogram = m_ring.windows().of(window);
    histogram.setMax(m_max.max(window));
    return histogram;
}

void LatencySeries::gather(Second from, Second to)
{
    m_scratch.clear();
    m_ring.forEachSlice(from, to, [this](Second, const auto &tallies) {
        for (const Tally<Count> &tally : tallies)
            m_scratch.enter(static_cast<std::uint16_t>(tally.key), tally.quantity.n);
    });
}

LatencySeries::Point LatencySeries::pointOf(Second from, Second to)
{
    gather(from, to);
    if (m_scratch.count() == 0)
        return {};
    m_scratch.setMax(m_max.max(from, std::min(to, m_ring.asOf())));
    return {m_scratch.count(), quantilesOf(m_scratch)};
}

OpenPoint LatencySeries::open(Second from)
{
    gather(from, m_ring.asOf());
    m_ring.forEachOpen([this](const Tally<Count> &tally) {
        m_scratch.enter(static_cast<std::uint16_t>(tally.key), tally.quantity.n);
    });
    if (m_scratch.count() == 0)
        return {};
    m_scratch.setMax(m_max.max(from, m_ring.asOf() + Seconds{1}));
    return {0, m_scratch.count(), quantilesOf(m_scratch)};
}

std::vector<SlotCount> LatencySeries::slots(Second from, Second to) const
{
    std::vector<std::uint64_t> counts; // by slot
    m_ring.forEachSum(from, to, [&](const auto &tallies) {
        for (const Tally<Count> &tally : tallies) {
            if (tally.key >= counts.size())
                counts.resize(tally.key + 1);
            counts[tally.key] += tally.quantity.n;
        }
    });
    std::vector<SlotCount> slots;
    for (std::size_t slot = 0; slot < counts.size(); ++slot)
        if (counts[slot] != 0)
            slots.emplace_back(static_cast<std::uint16_t>(slot), counts[slot]);
    return slots;
}

void LatencySeries::putSeries(Window window, const ChartGrid &grid, LatencySnapshot &latency)
{
    latency.series = {grid.start, grid.step, grid.partial, {}};
    latency.counts = {grid.start, grid.step, grid.partial, {}};
    latency.series.points.reserve(grid.points);
    latency.counts.points.reserve(grid.points);
    const auto &points = m_charts.of(window).of(
        grid, m_ring.asOf(), [this](Second from, Second to) { return pointOf(from, to); });
    for (const Point &point : points) {
        latency.series.points.push_back(point.quantiles);
        latency.counts.points.push_back(point.count);
    }
}

} // namespace ingest::metrics
