// SPDX-License-Identifier: GPL-3.0-or-later
// The tallies of one closed bucket, packed. A late one is appended and merged in now and then, so a
// key may occur twice. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/metrics/tally.h"

#include <algorithm>
#include <cstddef>
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
