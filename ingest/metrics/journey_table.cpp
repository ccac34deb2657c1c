// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/journey_table.h"

#include <bit>
#include <cassert>
#include <utility>

namespace ingest::metrics {

namespace {

constexpr std::size_t kFirstJourneySlots = 1024;

} // namespace

JourneyTable::JourneyTable(std::uint64_t seed) : m_slots(kFirstJourneySlots), m_seed(seed) {}

std::size_t JourneyTable::slotOf(std::uint64_t key) const
{
    const std::uint32_t tag = tagOf(key);
    std::size_t at = m_slots.homeOf(tag);
    while (!m_slots[at].isFree()) {
        if (m_slots[at].tag == tag && (*this)[m_slots[at].journey()].key == key)
            break;
        at = m_slots.after(at);
    }
    return at;
}

std::uint32_t JourneyTable::find(std::uint64_t key) const
{
    return m_slots[slotOf(key)].journey();
}

void JourneyTable::makeRoom(std::size_t keys)
{
    if (keys * 4 > m_slots.size() * 3)
        growTo(std::bit_ceil(keys * 4 / 3 + 1));
}

std::uint32_t JourneyTable::insert(std::uint64_t key)
{
    if ((m_keys + 1) * 4 > m_slots.size() * 3)
        growTo(m_slots.size() * 2);
    std::uint32_t journey = m_used;
    if (!m_free.empty()) {
        journey = m_free.back();
        m_free.pop_back();
    } else {
        if (m_used == m_slabs.size() * kSlabJourneys)
            m_slabs.add();
        ++m_used;
    }
    Slot &slot = m_slots[slotOf(key)];
    Journey fresh;
    fresh.key = key;
    fresh.next = slot.journey();
    if (slot.isFree())
        ++m_keys;
    (*this)[journey] = fresh;
    slot.tag = tagOf(key);
    slot.setJourney(journey);
    ++m_size;
    return journey;
}

void JourneyTable::erase(std::uint32_t journey)
{
    const std::size_t at = slotOf((*this)[journey].key);
    assert(!m_slots[at].isFree());
    const std::uint32_t next = (*this)[journey].next;
    if (std::uint32_t before = m_slots[at].journey(); before == journey) {
        m_slots[at].setJourney(next);
    } else {
        while ((*this)[before].next != journey)
            before = (*this)[before].next;
        (*this)[before].next = next;
    }
    if (m_slots[at].isFree()) {
        --m_keys;
        closeGap(at);
    }
    (*this)[journey].erased = 1;
    m_free.push_back(journey);
    --m_size;
}

void JourneyTable::closeGap(std::size_t gap)
{
    // Moves back what a search would no longer reach, so that no marks of the deleted stay behind.
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = m_slots.after(gap); !m_slots[at].isFree(); at = m_slots.after(at)) {
        const std::size_t home = m_slots.homeOf(m_slots[at].tag);
        if (((at - home) & mask) < ((at - gap) & mask))
            continue;
        m_slots[gap] = std::exchange(m_slots[at], {});
        gap = at;
    }
}

void JourneyTable::growTo(std::size_t slots)
{
    m_slots.growTo(slots, [](const Slot &slot) { return slot.tag; });
}

} // namespace ingest::metrics
