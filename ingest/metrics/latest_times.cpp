// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latest_times.h"

#include <bit>

namespace ingest::metrics {

namespace {

constexpr std::size_t kFirstLatestSlots = 64;

} // namespace

LatestTimes::Slot &LatestTimes::slotOf(std::uint64_t key)
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = combineHashes(key, m_seed) & mask;; at = (at + 1) & mask)
        if (m_slots[at].key == 0 || m_slots[at].key == key)
            return m_slots[at];
}

std::optional<Second> LatestTimes::raise(std::uint64_t key, Second at)
{
    if (key == 0)
        key = 1;
    if ((m_size + 1) * 3 > m_slots.size() * 2)
        rebuild(m_slots.empty() ? kFirstLatestSlots : m_slots.size() * 2, Second::min());
    Slot &slot = slotOf(key);
    if (slot.key == 0) {
        slot = {key, at};
        ++m_size;
        return std::nullopt;
    }
    const Second before = slot.latest;
    if (at > before)
        slot.latest = at;
    return before;
}

std::optional<Second> LatestTimes::find(std::uint64_t key) const
{
    if (key == 0)
        key = 1;
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = combineHashes(key, m_seed) & mask; !m_slots.empty();
         at = (at + 1) & mask) {
        if (m_slots[at].key == 0)
            break;
        if (m_slots[at].key == key)
            return m_slots[at].latest;
    }
    return std::nullopt;
}

void LatestTimes::rebuild(std::size_t slots, Second horizon)
{
    LargeVector<Slot> old(slots);
    old.swap(m_slots);
    m_size = 0;
    for (const Slot &slot : old) {
        if (slot.key == 0 || slot.latest <= horizon)
            continue;
        slotOf(slot.key) = slot;
        ++m_size;
    }
}

std::size_t LatestTimes::forgetUntil(Second horizon)
{
    std::size_t old = 0;
    for (const Slot &slot : m_slots)
        old += slot.key != 0 && slot.latest <= horizon ? 1 : 0;
    if (old == 0)
        return 0;
    // As full as raise() lets it become, but for an eighth: a steady crowd takes one size for ever.
    rebuild(std::max(kFirstLatestSlots, std::bit_ceil((m_size - old) * 27 / 16 + 1)), horizon);
    return old;
}

void LatestTimes::clear()
{
    m_slots.clear();
    m_slots.shrink_to_fit();
    m_size = 0;
}

} // namespace ingest::metrics
