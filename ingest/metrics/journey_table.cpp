// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/journey_table.h"

#include <bit>
#include <cassert>

namespace ingest::metrics {

namespace {

constexpr std::size_t kFirstJourneySlots = 1024;

} // namespace

JourneyTable::JourneyTable(std::uint64_t seed) : m_slots(kFirstJourneySlots), m_seed(seed) {}

std::size_t JourneyTable::slotOf(std::uint64_t key) const
{
    const auto tag = static_cast<std::uint32_t>(key >> 32);
    std::size_t at = home(key);
    while (m_slots[at].journey != kNoJourney) {
        if (m_slots[at].tag == tag && (*this)[m_slots[at].journey].key == key)
            break;
        at = (at + 1) & (m_slots.size() - 1);
    }
    return at;
}

std::uint32_t JourneyTable::find(std::uint64_t key) const
{
    return m_slots[slotOf(key)].journey;
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
    fresh.next = slot.journey;
    if (slot.journey == kNoJourney)
        ++m_keys;
    (*this)[journey] = fresh;
    slot = {static_cast<std::uint32_t>(key >> 32), journey};
    ++m_size;
    return journey;
}

void JourneyTable::erase(std::uint32_t journey)
{
    const std::size_t at = slotOf((*this)[journey].key);
    assert(m_slots[at].journey != kNoJourney);
    std::uint32_t *link = &m_slots[at].journey;
    while (*link != journey)
        link = &(*this)[*link].next;
    *link = (*this)[journey].next;
    if (m_slots[at].journey == kNoJourney) {
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
    for (std::size_t at = (gap + 1) & mask; m_slots[at].journey != kNoJourney;
         at = (at + 1) & mask) {
        const std::size_t from = home((*this)[m_slots[at].journey].key);
        if (((at - from) & mask) < ((at - gap) & mask))
            continue;
        m_slots[gap] = m_slots[at];
        m_slots[at] = {};
        gap = at;
    }
}

void JourneyTable::growTo(std::size_t slots)
{
    LargeVector<Slot> old(slots);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot &slot : old) {
        if (slot.journey == kNoJourney)
            continue;
        std::size_t at = home((*this)[slot.journey].key);
        while (m_slots[at].journey != kNoJourney)
            at = (at + 1) & mask;
        m_slots[at] = slot;
    }
}

} // namespace ingest::metrics
