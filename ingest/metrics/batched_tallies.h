// SPDX-License-Identifier: GPL-3.0-or-later
// A TallyTable of so many keys that their places are in no near cache: what is added waits for some
// more, and the places of all are asked for at once. That it waited never shows. Owned by the
// engine; not thread-safe.
#pragma once

#include "ingest/metrics/tally_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

template <class Quantity>
class BatchedTallies
{
public:
    void add(std::uint32_t key, const Quantity &quantity)
    {
        m_waiting[m_size++] = {key, quantity};
        if (m_size == m_waiting.size())
            settle();
    }

    [[nodiscard]] const std::vector<Tally<Quantity>> &tallies() const
    {
        settle();
        return m_table.tallies();
    }

    void clear()
    {
        m_size = 0;
        m_table.clear();
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        settle();
        auto &[table, waiting, size] = *this; // none waits
        state(table);
    }

private:
    static constexpr std::size_t kBatch = 32;

    [[gnu::noinline]] void settle() const
    {
        const auto all = std::span(m_waiting).first(m_size);
        for (const Tally<Quantity> &tally : all)
            m_table.prefetch(tally.key);
        for (const Tally<Quantity> &tally : all)
            m_table.add(tally.key, tally.quantity);
        m_size = 0;
    }

    mutable TallyTable<Quantity> m_table;
    mutable std::array<Tally<Quantity>, kBatch> m_waiting;
    mutable std::size_t m_size = 0;
};

} // namespace ingest::metrics
