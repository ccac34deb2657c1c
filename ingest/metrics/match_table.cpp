// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/match_table.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

constexpr std::uint32_t kNoRow = 0xffffffffu;
constexpr std::size_t kFirstMatchSlots = 64;

// The values come from an interner and are dense: nobody outside can choose them.
std::size_t hashOf(std::span<const std::uint32_t> row)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15;
    for (const std::uint32_t value : row) {
        hash = (hash ^ value) * 0xff51afd7ed558ccd;
        hash ^= hash >> 32;
    }
    return hash;
}

} // namespace

MatchTable::MatchTable(std::size_t funnels, std::size_t attributes)
    : m_funnels(funnels), m_width(funnels + attributes), m_slots(kFirstMatchSlots, kNoRow),
      m_row(funnels + attributes)
{
    const std::vector<StepMask> masks(funnels, 0);
    const std::vector<std::uint32_t> values(attributes, kNoValue);
    intern(masks, values);
}

std::size_t MatchTable::slotOf(std::span<const std::uint32_t> row) const
{
    const std::size_t mask = m_slots.size() - 1;
    const std::uint32_t *const rows = m_rows.data();
    const auto differs = [&](std::uint32_t id) {
        std::size_t i = 0;
        while (i < row.size() && row[i] == rows[id * m_width + i])
            ++i;
        return i < row.size();
    };
    std::size_t slot = hashOf(row) & mask;
    while (m_slots[slot] != kNoRow && differs(m_slots[slot]))
        slot = (slot + 1) & mask;
    return slot;
}

std::uint32_t MatchTable::intern(std::span<const StepMask> masks,
                                 std::span<const std::uint32_t> values)
{
    // Word by word: a copy of any length is a call.
    for (std::size_t i = 0; i < m_funnels; ++i)
        m_row[i] = masks[i];
    for (std::size_t i = m_funnels; i < m_width; ++i)
        m_row[i] = values[i - m_funnels];
    std::size_t slot = slotOf(m_row);
    if (m_slots[slot] != kNoRow)
        return m_slots[slot];
    if (m_size >= kMostRows) {
        ++m_overflow;
        std::fill(m_row.begin() + static_cast<std::ptrdiff_t>(m_funnels), m_row.end(), kOtherValue);
        slot = slotOf(m_row);
        if (m_slots[slot] != kNoRow)
            return m_slots[slot];
    }
    return append(slot);
}

std::uint32_t MatchTable::append(std::size_t slot)
{
    const auto id = static_cast<std::uint32_t>(m_size++);
    m_rows.insert(m_rows.end(), m_row.begin(), m_row.end());
    m_slots[slot] = id;
    if (m_size * 2 > m_slots.size())
        grow();
    return id;
}

void MatchTable::grow()
{
    m_slots.assign(m_slots.size() * 2, kNoRow);
    for (std::uint32_t id = 0; id < m_size; ++id)
        m_slots[slotOf(std::span(m_rows).subspan(id * m_width, m_width))] = id;
}

} // namespace ingest::metrics
