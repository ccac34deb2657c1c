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
    : m_funnels(funnels), m_width(funnels + attributes), m_slots(kFirstMatchSlots, kNoRow)
{
    const std::vector<StepMask> masks(funnels, 0);
    const std::vector<std::uint32_t> values(attributes, kNoValue);
    intern(masks, values);
}

std::size_t MatchTable::slotOf(std::span<const std::uint32_t> row) const
{
    std::size_t slot = hashOf(row) & (m_slots.size() - 1);
    const auto differs = [&](const std::uint32_t *other) {
        std::size_t i = 0;
        while (i < row.size() && row[i] == other[i])
            ++i;
        return i < row.size();
    };
    while (m_slots[slot] != kNoRow && differs(&m_rows[m_slots[slot] * m_width]))
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

std::uint32_t MatchTable::intern(std::span<const StepMask> masks,
                                 std::span<const std::uint32_t> values)
{
    m_row.assign(masks.begin(), masks.end());
    m_row.insert(m_row.end(), values.begin(), values.end());
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
    return append(slot, m_row);
}

std::uint32_t MatchTable::append(std::size_t slot, std::span<const std::uint32_t> row)
{
    const auto id = static_cast<std::uint32_t>(m_size++);
    m_rows.insert(m_rows.end(), row.begin(), row.end());
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
