// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/funnel_breakdown.h"

#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/interner.h"
#include "ingest/metrics/wilson.h"

#include <algorithm>
#include <span>

namespace ingest::metrics {

FunnelBreakdown::FunnelBreakdown(std::size_t steps, std::size_t values)
    : m_steps(static_cast<std::uint32_t>(steps)),
      m_values(static_cast<std::uint32_t>(std::min(values, RunningCounts::kMostCells / steps - 1))),
      m_counts(m_steps)
{
}

std::uint32_t FunnelBreakdown::indexOf(std::uint32_t value) const
{
    return value < m_values ? value + 1 : 0;
}

void FunnelBreakdown::change(std::uint32_t value, const Chains &before, const Chains &after)
{
    const std::uint32_t index = indexOf(value);
    if (index >= m_known) {
        m_known = std::max(index + 1, std::min(m_values + 1, m_known * 2));
        m_counts.resize(m_known * m_steps);
    }
    const auto add = [&](std::size_t k, std::int64_t entry, std::int32_t n) {
        if (entry != kNever)
            m_counts.add(index * m_steps + static_cast<std::uint32_t>(k) - 1,
                         ceilDivide(entry, kNanosecondsASecond), n);
    };
    for (std::size_t k = 1; k <= m_steps; ++k) {
        if (before.row(k).entry == after.row(k).entry)
            continue;
        add(k, before.row(k).entry, -1);
        add(k, after.row(k).entry, 1);
    }
}

std::vector<FunnelBreakdown::ValueSnapshot> FunnelBreakdown::top(Window window,
                                                                 std::size_t limit) const
{
    const auto &counts = m_counts.counts(window);
    std::vector<std::uint32_t> indices;
    for (std::uint32_t index = 1; index < m_known; ++index)
        if (counts[index * m_steps] != 0)
            indices.push_back(index);
    const auto larger = [&](std::uint32_t a, std::uint32_t b) {
        const std::uint32_t countA = counts[a * m_steps];
        const std::uint32_t countB = counts[b * m_steps];
        return countA != countB ? countA > countB : a < b;
    };
    limit = std::min(limit, indices.size());
    std::partial_sort(indices.begin(), indices.begin() + static_cast<std::ptrdiff_t>(limit),
                      indices.end(), larger);
    indices.resize(limit);
    if (counts[0] != 0)
        indices.push_back(0);
    std::vector<ValueSnapshot> top;
    for (const std::uint32_t index : indices) {
        ValueSnapshot snapshot{index == 0 ? Interner::kOther : index - 1, {}};
        for (const std::uint32_t n : std::span(counts).subspan(index * m_steps, m_steps))
            snapshot.funnel.steps.push_back({{}, n, {}});
        const std::uint64_t entered = snapshot.funnel.steps.front().journeys;
        const std::uint64_t converted = snapshot.funnel.steps.back().journeys;
        snapshot.funnel.conversion = static_cast<double>(converted) / static_cast<double>(entered);
        snapshot.funnel.wilson95 = wilson95(converted, entered);
        top.push_back(std::move(snapshot));
    }
    return top;
}

} // namespace ingest::metrics
