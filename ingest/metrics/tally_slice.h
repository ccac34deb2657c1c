// SPDX-License-Identifier: GPL-3.0-or-later
// The tallies of one closed bucket, packed. A late one is appended and merged in now and then, so a
// key may occur twice. A copy costs next to nothing until one of both is changed. Owned by the
// engine; not thread-safe, but a copy may be another thread's.
#pragma once

#include "ingest/metrics/shared_tallies.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace ingest::metrics {

template <class Quantity>
class TallySlice
{
public:
    [[nodiscard]] std::span<const Tally<Quantity>> tallies() const { return m_tallies.get(); }

    void assign(std::span<const Tally<Quantity>> tallies)
    {
        std::ranges::copy(tallies, m_tallies.renew(tallies.size()).begin());
    }

    // Side by side what is of one group, by ascending group; groups ascend with keys.
    template <class GroupOf>
    void assignGrouped(std::span<const Tally<Quantity>> tallies, GroupOf groupOf)
    {
        std::vector<std::uint32_t> places;
        for (const Tally<Quantity> &tally : tallies) {
            const std::size_t group = groupOf(tally.key);
            if (group + 1 >= places.size())
                places.resize(group + 2);
            ++places[group + 1];
        }
        std::partial_sum(places.begin(), places.end(), places.begin());
        const std::span<Tally<Quantity>> grouped = m_tallies.renew(tallies.size());
        for (const Tally<Quantity> &tally : tallies)
            grouped[places[groupOf(tally.key)]++] = tally;
    }
    // So many tallies at the front have kept their order; what came late is behind them.
    [[nodiscard]] std::size_t ordered() const { return m_tallies.ordered(); }

    void add(std::uint32_t key, const Quantity &quantity)
    {
        m_tallies.append({key, quantity});
        if (m_tallies.get().size() > 2 * ordered() + 16)
            compact(m_tallies.own());
    }

    void release() { m_tallies = {}; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        std::size_t ordered = m_tallies.ordered();
        if constexpr (Archive::kReading) {
            for (Tally<Quantity> &tally : m_tallies.renew(state.size(kLeastBytes)))
                state(tally);
            state(ordered);
            const std::size_t size = m_tallies.get().size();
            if (state.require(ordered <= size, "more in order than there is"))
                m_tallies.keep(size, ordered);
        } else {
            state.size(m_tallies.get().size());
            for (const Tally<Quantity> &tally : m_tallies.get())
                state(tally);
            state(ordered);
        }
    }

private:
    static constexpr std::size_t kLeastBytes = 2; // of a tally in a state: a key, a number

    void compact(std::span<Tally<Quantity>> tallies)
    {
        std::ranges::sort(tallies, {}, &Tally<Quantity>::key);
        std::size_t kept = 0;
        for (std::size_t i = 1; i < tallies.size(); ++i) {
            if (tallies[i].key == tallies[kept].key)
                tallies[kept].quantity.add(tallies[i].quantity);
            else
                tallies[++kept] = tallies[i];
        }
        m_tallies.keep(kept + 1, kept + 1);
    }

    SharedTallies<Quantity> m_tallies;
};

} // namespace ingest::metrics
