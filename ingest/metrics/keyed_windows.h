// SPDX-License-Identifier: GPL-3.0-or-later
// The running total of every key in every window: what a TallyRing of counts or sums keeps.
// Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/tally.h"
#include "ingest/metrics/tally_table.h"
#include "ingest/metrics/window_edges.h"

#include <array>
#include <vector>

namespace ingest::metrics {

template <class Q>
class KeyedWindows
{
public:
    using Quantity = Q;
    using OpenTallies = TallyTable<Q>;
    using Total = typename Q::Total;

    void enter(Window window, const Tally<Q> &tally)
    {
        if (tally.key >= m_totals.size())
            m_totals.resize(tally.key + 1);
        tally.quantity.addTo(m_totals[tally.key][indexOf(window)]);
    }

    void leave(Window window, const Tally<Q> &tally)
    {
        tally.quantity.takeFrom(m_totals[tally.key][indexOf(window)]);
    }

    // Keys are below this.
    [[nodiscard]] std::uint32_t keys() const { return static_cast<std::uint32_t>(m_totals.size()); }

    [[nodiscard]] Total total(Window window, std::uint32_t key) const
    {
        return key < m_totals.size() ? m_totals[key][indexOf(window)] : Total{};
    }

    // What no slice tells: the totals since the start, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        std::vector<Total> totals;
        for (const auto &windows : m_totals)
            totals.push_back(windows[indexOf(Window::all)]);
        state(totals);
        if constexpr (Archive::kReading) {
            m_totals.assign(totals.size(), {});
            for (std::size_t key = 0; key < totals.size(); ++key)
                m_totals[key][indexOf(Window::all)] = totals[key];
        }
    }

private:
    std::vector<std::array<Total, kWindowCount>> m_totals;
};

using CountWindows = KeyedWindows<Count>;
using AmountWindows = KeyedWindows<Amount>;

} // namespace ingest::metrics
