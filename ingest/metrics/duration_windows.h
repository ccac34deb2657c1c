// SPDX-License-Identifier: GPL-3.0-or-later
// Histograms of durations, several rows of them, over every window: quantiles within 0.55 %.
// Windows begin as RunningCounts says. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/exponential_buckets.h"
#include "ingest/metrics/running_counts.h"

#include <cstdint>
#include <optional>
#include <span>

namespace ingest::metrics {

class DurationWindows
{
public:
    explicit DurationWindows(std::size_t rows);

    // `n` is 1, or -1 to take back. `second` is the instant that decides about the window.
    void add(std::size_t row, std::int64_t second, std::int64_t durationNs, std::int32_t n);
    void advanceTo(std::int64_t second) { m_counts.advanceTo(second); }

    [[nodiscard]] std::uint64_t count(std::size_t row, Window window) const;
    // The duration of rank ceil(q n); empty where there is none.
    [[nodiscard]] std::optional<double> quantileSeconds(std::size_t row, Window window,
                                                        double q) const;

    // How often each cell occurred, ascending; cell i stands for secondsOf(i).
    static constexpr std::uint32_t kCells = kLastSlot + 2;
    [[nodiscard]] std::span<const std::uint32_t> cells(std::size_t row, Window window) const;
    [[nodiscard]] static double secondsOf(std::size_t cell);

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[counts] = *this;
        state(counts);
    }

private:
    RunningCounts m_counts;
};

} // namespace ingest::metrics
