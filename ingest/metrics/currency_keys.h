// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers the pairs of an attribute's value and a currency that occur, densely, as keys of sums.
// Owned by the engine; not thread-safe.
#pragma once

#include "ingest/wire/event.h"

#include <cstdint>
#include <map>
#include <vector>

namespace ingest::metrics {

class CurrencyKeys
{
public:
    struct Pair
    {
        std::uint32_t value = 0;
        wire::CurrencyCode currency;
        auto operator<=>(const Pair &) const = default;
    };

    // Allocates for a new pair only. There are at most 17,576 currencies for each value.
    std::uint32_t keyOf(std::uint32_t value, wire::CurrencyCode currency)
    {
        const Pair pair{value, currency};
        if (m_last < m_pairs.size() && m_pairs[m_last] == pair)
            return m_last;
        const auto [at, isNew] =
            m_keys.try_emplace(pair, static_cast<std::uint32_t>(m_pairs.size()));
        if (isNew)
            m_pairs.push_back(pair);
        m_last = at->second;
        return m_last;
    }

    [[nodiscard]] const std::vector<Pair> &pairs() const { return m_pairs; } // by key

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[keys, pairs, last] = *this; // keys follow from pairs; the last one is a guess
        if constexpr (Archive::kReading) {
            std::vector<Pair> read;
            state(read);
            for (std::size_t i = 0; i < read.size(); ++i)
                state.require(keyOf(read[i].value, read[i].currency) == i, "a currency twice");
        } else {
            state(pairs);
        }
    }

private:
    std::map<Pair, std::uint32_t> m_keys;
    std::vector<Pair> m_pairs;
    std::uint32_t m_last = 0;
};

} // namespace ingest::metrics
