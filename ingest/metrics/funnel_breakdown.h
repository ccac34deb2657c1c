// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one funnel by the values of one attribute: a chain belongs to the value of the event
// it was entered with. Windows begin as RunningCounts says. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/chains.h"
#include "ingest/metrics/interner.h"
#include "ingest/metrics/running_counts.h"
#include "ingest/snapshot_signals.h"
#include "ingest/window.h"

#include <cstdint>
#include <vector>

namespace ingest::metrics {

class FunnelBreakdown
{
public:
    // Values with ids from `values` on count under Interner::kOther.
    FunnelBreakdown(std::size_t steps, std::size_t values);

    void change(std::uint32_t value, const Chains &before, const Chains &after);
    void advanceTo(std::int64_t second) { m_counts.advanceTo(second); }

    // Calls add(value, row from 0, journeys) for what is not nothing in (from, to]: whole minutes
    // of the last day.
    template <class Add>
    void forEachValue(std::int64_t from, std::int64_t to, Add add) const
    {
        for (const auto &[cell, n] : m_counts.between(from, to))
            if (n > 0)
                add(cell / m_steps == 0 ? Interner::kOther : cell / m_steps - 1, cell % m_steps,
                    static_cast<std::uint64_t>(n));
    }

    struct ValueSnapshot
    {
        std::uint32_t value;
        FunnelSnapshot funnel; // rows, conversion and its interval
    };
    // By (count of row 1, id), at most `limit`; Interner::kOther last and beyond the limit.
    [[nodiscard]] std::vector<ValueSnapshot> top(Window window, std::size_t limit) const;

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[steps, values, known, counts] = *this;
        state(known);
        if constexpr (Archive::kReading)
            if (!state.require(known > 0 && known <= values + 1, "more values than there may be"))
                return;
        counts.resize(known * steps);
        state(counts);
    }

private:
    [[nodiscard]] std::uint32_t indexOf(std::uint32_t value) const;

    std::uint32_t m_steps;
    std::uint32_t m_values;
    std::uint32_t m_known = 1; // indices in use; 0 is for the others
    RunningCounts m_counts;    // index * steps + row
};

} // namespace ingest::metrics
