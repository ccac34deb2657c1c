// SPDX-License-Identifier: GPL-3.0-or-later
// How the journeys of one funnel stand, by the second: what every row, cohort and median of its
// snapshot is read from. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/chains.h"
#include "ingest/metrics/duration_windows.h"
#include "ingest/metrics/time_counts.h"
#include "ingest/metrics/window_edges.h"
#include "ingest/rollup.h"
#include "ingest/snapshot_signals.h"
#include "ingest/window.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ingest::metrics {

class Nowcast;

class FunnelCounts
{
public:
    explicit FunnelCounts(const ChainRule &rule);

    // One journey's chains came to `after` instead of `before`; a journey without any entry counts
    // for nothing. No entry lies after the last advance.
    void change(const Chains &before, const Chains &after);
    void advanceTo(std::int64_t asOf); // in seconds since 1970, like all below

    // Everything but the names of the steps and `bounded`.
    [[nodiscard]] FunnelSnapshot snapshot(Window window, std::int64_t asOf,
                                          std::optional<Seconds> step) const;

    // Rows 1 to the last, and the cohort, of (from, to]. As far back as counts are kept: two days,
    // and the funnel's `within`.
    void putRollups(std::int64_t from, std::int64_t to, std::vector<Rollup> &rollups) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[rule, within, rows, entered, converted, open, durations] = *this;
        state.fixed(rows);
        state(entered, converted, durations);
        state.fixed(open);
    }

private:
    // The window is (start, asOf].
    struct Span
    {
        Window window;
        std::int64_t start;
        std::int64_t asOf;
    };

    void changeRow(std::size_t k, const ChainRow &before, const ChainRow &after);
    void changeCohort(const Chains &before, const Chains &after);
    void changeOpen(const Chains &before, const Chains &after);
    [[nodiscard]] std::int64_t openUntil(Window window, const Chains &chains) const;

    [[nodiscard]] std::uint64_t in(const TimeCounts &counts, const Span &span) const;
    [[nodiscard]] std::uint64_t before(const TimeCounts &counts, const Span &span,
                                       std::int64_t age) const;
    [[nodiscard]] std::int64_t maturing() const; // seconds
    [[nodiscard]] std::uint64_t inFlight(const Span &span) const;
    [[nodiscard]] std::optional<double> nowcast(const Span &span, const Nowcast &nowcast) const;
    [[nodiscard]] Series<FunnelPoint> series(const ChartGrid &grid, const Span &span,
                                             std::int64_t rolling, const Nowcast &nowcast) const;
    void addSteps(FunnelSnapshot &snapshot, const Span &span) const;
    void addCohorts(FunnelSnapshot &snapshot, const Span &span) const;

    ChainRule m_rule;
    std::int64_t m_within;          // seconds
    std::vector<TimeCounts> m_rows; // by latest entry; row k at k - 1
    TimeCounts m_entered;           // by first entry: all journeys
    TimeCounts m_converted;         // by first entry: those with a complete chain
    // Of journeys with a complete chain, until when that and an open chain are both in the window.
    std::vector<TimeCounts> m_open; // by window
    DurationWindows m_durations;    // row 0: time to convert; row k - 1: to step k
};

} // namespace ingest::metrics
