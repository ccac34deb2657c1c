// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/eviction_order.h"

#include <algorithm>
#include <cassert>
#include <functional>

namespace ingest::metrics {

EvictionOrder::Entry EvictionOrder::entryOf(const JourneyTable &table, std::uint32_t journey)
{
    const Journey &at = table[journey];
    return {at.last, at.key, at.first, journey};
}

void EvictionOrder::changed(const JourneyTable &table, std::uint32_t journey)
{
    if (!m_newest)
        return;
    const Entry entry = entryOf(table, journey);
    if (entry > *m_newest)
        return;
    if (m_heap.size() > 2 * table.size() + 1024) { // mostly what has changed since: begin anew
        m_heap.clear();
        m_newest.reset();
        return;
    }
    m_heap.push_back(entry);
    std::ranges::push_heap(m_heap, std::greater{});
}

std::uint32_t EvictionOrder::oldest(const JourneyTable &table)
{
    assert(table.size() > 0);
    while (true) {
        if (m_heap.empty())
            refill(table);
        std::ranges::pop_heap(m_heap, std::greater{});
        const Entry entry = m_heap.back();
        m_heap.pop_back();
        if (table.holds(entry.journey) && entryOf(table, entry.journey) == entry)
            return entry.journey;
    }
}

void EvictionOrder::refill(const JourneyTable &table)
{
    m_heap.clear();
    for (std::uint32_t journey = 0; journey < table.places(); ++journey)
        if (table.holds(journey))
            m_heap.push_back(entryOf(table, journey));
    const auto eighth = static_cast<std::ptrdiff_t>((m_heap.size() - 1) / 8);
    std::ranges::nth_element(m_heap, m_heap.begin() + eighth);
    m_heap.resize(static_cast<std::size_t>(eighth) + 1);
    m_newest = m_heap.back();
    std::ranges::make_heap(m_heap, std::greater{});
}

} // namespace ingest::metrics
