// SPDX-License-Identifier: GPL-3.0-or-later
// The tallies of one closed bucket, packed. A late one is appended and merged in now and then, so a
// key may occur twice. A copy costs next to nothing until one of both is changed. Owned by the
// engine; not thread-safe, but a copy may be another thread's.
#pragma once

#include "ingest/metrics/copy_on_write.h"
#include "ingest/metrics/tally.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace ingest::metrics {

template <class Quantity>
class TallySlice
{
public:
    [[nodiscard]] const std::vector<Tally<Quantity>> &tallies() const { return m_tallies.get(); }

    void assign(const std::vector<Tally<Quantity>> &tallies)
    {
        m_tallies.renew().assign(tallies.begin(), tallies.end());
        m_compact = tallies.size();
    }

    // Side by side what is of one group, by ascending group; groups ascend with keys.
    template <class GroupOf>
    void assignGrouped(const std::vector<Tally<Quantity>> &tallies, GroupOf groupOf)
    {
        std::vector<std::uint32_t> places;
        for (const Tally<Quantity> &tally : tallies) {
            const std::size_t group = groupOf(tally.key);
            if (group + 1 >= places.size())
                places.resize(group + 2);
            ++places[group + 1];
        }
        std::partial_sum(places.begin(), places.end(), places.begin());
        std::vector<Tally<Quantity>> &grouped = m_tallies.renew();
        grouped.resize(tallies.size());
        for (const Tally<Quantity> &tally : tallies)
            grouped[places[groupOf(tally.key)]++] = tally;
        m_compact = grouped.size();
    }
    // So many tallies at the front have kept their order; what came late is behind them.
    [[nodiscard]] std::size_t ordered() const { return m_compact; }

    void add(std::uint32_t key, const Quantity &quantity)
    {
        std::vector<Tally<Quantity>> &tallies = m_tallies.own();
        tallies.push_back({key, quantity});
        if (tallies.size() > 2 * m_compact + 16)
            compact(tallies);
    }

    void release()
    {
        m_tallies = {};
        m_compact = 0;
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[tallies, ordered] = *this;
        if constexpr (Archive::kReading) {
            state(tallies.own(), ordered);
            state.require(ordered <= tallies.get().size(), "more in order than there is");
        } else {
            state(tallies.get(), ordered);
        }
    }

private:
    void compact(std::vector<Tally<Quantity>> &tallies)
    {
        std::ranges::sort(tallies, {}, &Tally<Quantity>::key);
        std::size_t kept = 0;
        for (std::size_t i = 1; i < tallies.size(); ++i) {
            if (tallies[i].key == tallies[kept].key)
                tallies[kept].quantity.add(tallies[i].quantity);
            else
                tallies[++kept] = tallies[i];
        }
        tallies.resize(kept + 1);
        m_compact = tallies.size();
    }

    CopyOnWrite<std::vector<Tally<Quantity>>> m_tallies;
    std::size_t m_compact = 0;
};

} // namespace ingest::metrics
