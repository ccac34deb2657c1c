// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/duration_windows.h"

#include <cmath>
#include <numeric>

namespace ingest::metrics {

DurationWindows::DurationWindows(std::size_t rows)
    : m_counts(static_cast<std::uint32_t>(rows) * kCells)
{
}

void DurationWindows::add(std::size_t row, std::int64_t second, std::int64_t durationNs,
                          std::int32_t n)
{
    // Cell 0 is for durations of 0, the others for the slots of the latency histogram.
    const std::uint32_t cell =
        durationNs == 0 ? 0 : std::uint32_t{slotOf(static_cast<double>(durationNs) / 1e6)} + 1;
    m_counts.add(static_cast<std::uint32_t>(row) * kCells + cell, second, n);
}

double DurationWindows::secondsOf(std::size_t cell)
{
    return cell == 0 ? 0.0 : middleOf(static_cast<std::uint16_t>(cell - 1)) / 1e3;
}

std::span<const std::uint32_t> DurationWindows::cells(std::size_t row, Window window) const
{
    return std::span(m_counts.counts(window)).subspan(row * kCells, kCells);
}

std::uint64_t DurationWindows::count(std::size_t row, Window window) const
{
    const auto all = cells(row, window);
    return std::accumulate(all.begin(), all.end(), std::uint64_t{0});
}

std::optional<double> DurationWindows::quantileSeconds(std::size_t row, Window window,
                                                       double q) const
{
    const std::uint64_t n = count(row, window);
    const auto rank = static_cast<std::uint64_t>(std::ceil(q * static_cast<double>(n)));
    const auto all = cells(row, window);
    std::uint64_t seen = 0;
    for (std::size_t cell = 0; cell < all.size(); ++cell) {
        seen += all[cell];
        if (seen >= rank && seen > 0)
            return secondsOf(cell);
    }
    return std::nullopt;
}

} // namespace ingest::metrics
