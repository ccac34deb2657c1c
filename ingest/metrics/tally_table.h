// SPDX-License-Identifier: GPL-3.0-or-later
// The tallies of a bucket still open: adds by key in constant time, then hands over its content.
// Keeps its memory, so that a warm table allocates nothing. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/ask_for.h"
#include "ingest/metrics/tally.h"

#include <cstddef>
#include <vector>

namespace ingest::metrics {

template <class Quantity>
class TallyTable
{
public:
    void add(std::uint32_t key, const Quantity &quantity)
    {
        if (m_slots.empty())
            grow();
        if (const std::uint32_t place = m_slots[slotOf(key)].place; place != 0)
            m_tallies[place - 1].quantity.add(quantity);
        else
            append({key, quantity});
    }

    // Asks for the memory that add() will read first.
    void prefetch(std::uint32_t key) const
    {
        if (!m_slots.empty())
            askFor(&m_slots[homeOf(key)]);
    }

    [[nodiscard]] const std::vector<Tally<Quantity>> &tallies() const { return m_tallies; }

    // Last in, first out, so that no probe sequence is cut before its end.
    void clear()
    {
        for (; !m_tallies.empty(); m_tallies.pop_back())
            m_slots[slotOf(m_tallies.back().key)] = {};
    }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[tallies, slots] = *this; // slots follow from tallies
        if constexpr (Archive::kReading) {
            std::vector<Tally<Quantity>> read;
            state(read);
            clear();
            for (const Tally<Quantity> &tally : read)
                add(tally.key, tally.quantity);
        } else {
            state(tallies);
        }
    }

private:
    struct Slot
    {
        std::uint32_t key = 0;
        std::uint32_t place = 0; // 0: free, else one more than the index of the tally
    };

    // Keys are dense numbers given by the engine, so nobody outside can make them collide.
    [[nodiscard]] std::size_t homeOf(std::uint32_t key) const
    {
        return (key * std::uint64_t{0x9e3779b97f4a7c15} >> 32) & (m_slots.size() - 1);
    }
    [[nodiscard]] std::size_t slotOf(std::uint32_t key) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = homeOf(key);
        while (m_slots[at].place != 0 && m_slots[at].key != key)
            at = (at + 1) & mask;
        return at;
    }

    // Out of line: a key is mostly there.
    [[gnu::noinline]] void append(const Tally<Quantity> &tally)
    {
        if ((m_tallies.size() + 1) * 2 > m_slots.size())
            grow();
        m_tallies.push_back(tally);
        m_slots[slotOf(tally.key)] = {tally.key, static_cast<std::uint32_t>(m_tallies.size())};
    }

    [[gnu::noinline]] void grow()
    {
        m_slots.assign(m_slots.empty() ? 16 : m_slots.size() * 2, Slot{});
        for (std::uint32_t i = 0; i < m_tallies.size(); ++i)
            m_slots[slotOf(m_tallies[i].key)] = {m_tallies[i].key, i + 1};
    }

    std::vector<Tally<Quantity>> m_tallies;
    std::vector<Slot> m_slots;
};

} // namespace ingest::metrics
