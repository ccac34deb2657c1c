// SPDX-License-Identifier: GPL-3.0-or-later
// How many journeys of recent cohorts are still to convert, from how long conversion took the
// journeys of the last 24 h. Built for one asOf. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/duration_windows.h"
#include "ingest/metrics/kaplan_meier.h"
#include "ingest/metrics/time_counts.h"

#include <cstdint>
#include <vector>

namespace ingest::metrics {

class Nowcast
{
public:
    // Journeys and conversions by first entry; row `row` of `durations` holds the times to convert.
    Nowcast(const TimeCounts &entered, const TimeCounts &converted,
            const DurationWindows &durations, std::size_t row, std::int64_t asOf);

    // Of the journeys first entered in (from, to], how many that have not converted yet will.
    // Exact instants count for the last 15 min, before that whole 10 s, then whole minutes.
    [[nodiscard]] double stillToConvert(std::int64_t from, std::int64_t to) const;

private:
    [[nodiscard]] double since(std::int64_t from) const;

    // How many are still to convert of those who entered after `start`.
    struct Edge
    {
        std::int64_t start;
        double still;
    };
    std::vector<Edge> m_edges; // latest first
};

} // namespace ingest::metrics
