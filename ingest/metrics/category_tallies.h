// SPDX-License-Identifier: GPL-3.0-or-later
// Failing events by category over event time, and how many journeys each category hit. Owned by
// the engine; not thread-safe.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/metrics/category_table.h"
#include "ingest/metrics/distinct_by_value.h"
#include "ingest/metrics/keyed_windows.h"
#include "ingest/metrics/rolling_count.h"
#include "ingest/metrics/signal.h"
#include "ingest/metrics/tally_ring.h"

#include <vector>

namespace ingest::metrics {

class CategoryTallies
{
public:
    CategoryTallies(const config::Limits &limits, std::uint64_t seed);

    // The event is a failing one. Gives its category's ordinal.
    std::uint32_t record(const Occurrence &occurrence);
    void advanceTo(Second asOf);

    // Those with events in the window, by count, largest first; ties by name.
    [[nodiscard]] std::vector<CategorySnapshot> snapshot(const View &view) const;
    // As Signal's: all failing events; and, by category, those of minutes or more.
    void putRollups(Second from, Seconds resolution, std::vector<Rollup> &rollups) const;
    [[nodiscard]] std::uint64_t overflow() const { return m_table.overflow(); }

    // Numbered by ordinal, and events of one in a window.
    [[nodiscard]] const std::vector<CategoryTable::Category> &categories() const
    {
        return m_table.categories();
    }
    [[nodiscard]] std::uint64_t count(Window window, std::uint32_t ordinal) const
    {
        return m_counts.windows().total(window, ordinal);
    }

    // All failing events.
    [[nodiscard]] RollingCount &failures() { return m_failures; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[table, failures, counts, journeys] = *this;
        state(table, failures);
        counts.archive(state, table.categories().size());
        journeys.archive(state, table.categories().size());
    }

private:
    CategoryTable m_table;
    RollingCount m_failures;
    TallyRing<CountWindows> m_counts; // by ordinal
    DistinctByValue m_journeys;       // by ordinal
};

} // namespace ingest::metrics
