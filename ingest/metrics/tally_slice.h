// SPDX-License-Identifier: GPL-3.0-or-later
// The tallies of one closed bucket, packed. A late one is appended and merged in now and then, so a
// key may occur twice. Owned by the engine; not thread-safe.
#pragma once

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
    [[nodiscard]] const std::vector<Tally<Quantity>> &tallies() const { return m_tallies; }

    void assign(const std::vector<Tally<Quantity>> &tallies)
    {
        m_tallies.assign(tallies.begin(), tallies.end());
        m_compact = m_tallies.size();
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
        m_tallies.resize(tallies.size());
        for (const Tally<Quantity> &tally : tallies)
            m_tallies[places[groupOf(tally.key)]++] = tally;
        m_compact = m_tallies.size();
    }
    // So many tallies at the front have kept their order; what came late is behind them.
    [[nodiscard]] std::size_t ordered() const { return m_compact; }

    void add(std::uint32_t key, const Quantity &quantity)
    {
        m_tallies.push_back({key, quantity});
        if (m_tallies.size() > 2 * m_compact + 16)
            compact();
    }

    void release()
    {
        std::vector<Tally<Quantity>>().swap(m_tallies); // an assigned {} would keep the memory
        m_compact = 0;
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[tallies, ordered] = *this;
        state(tallies, ordered);
        if constexpr (Archive::kReading)
            state.require(ordered <= tallies.size(), "more in order than there is");
    }

private:
    void compact()
    {
        std::ranges::sort(m_tallies, {}, &Tally<Quantity>::key);
        std::size_t kept = 0;
        for (std::size_t i = 1; i < m_tallies.size(); ++i) {
            if (m_tallies[i].key == m_tallies[kept].key)
                m_tallies[kept].quantity.add(m_tallies[i].quantity);
            else
                m_tallies[++kept] = m_tallies[i];
        }
        m_tallies.resize(kept + 1);
        m_compact = m_tallies.size();
    }

    std::vector<Tally<Quantity>> m_tallies;
    std::size_t m_compact = 0;
};

} // namespace ingest::metrics
