// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/duplicate_filter.h"

#include <algorithm>
#include <utility>

namespace ingest::metrics {

namespace {

constexpr std::size_t kFirstDuplicateSlots = 1024;
// Well before a stamp could mean a later time.
constexpr Seconds kForgetEvery{8 * 3600};

} // namespace

bool DuplicateFilter::seenBefore(std::uint64_t identity, Timestamp now)
{
    const std::uint64_t key = identity == 0 ? 1 : identity;
    if (const Second second = bucketOf(now); second != m_now)
        advanceTo(second);
    if ((m_size + 1) * 3 > m_keys.size() * 2 || m_size >= m_cap)
        makeRoom();
    const std::size_t place = placeOf(key);
    const bool seen = m_keys[place] != 0 && ageOf(place) <= kMemory;
    if (seen)
        --m_perSecond[m_stamps[place] % kSeconds];
    m_size += m_keys[place] == 0 ? 1 : 0;
    m_keys[place] = key;
    m_stamps[place] = stampOf(m_now);
    ++m_perSecond[slotAgo(Seconds(0))];
    return seen;
}

// Behind a free slot no key is further from its place than those before it made it: put back in
// this order, each comes to lie where it was. Whether a slot is free nobody can foretell, so that
// nothing depends on it but where the next key goes.
DuplicateFilter::Copies DuplicateFilter::copies() const
{
    Copies copies;
    copies.slots = m_keys.size();
    copies.keys.resize(m_size + 1);
    copies.stamps.resize(m_size + 1);
    const std::size_t mask = m_keys.size() - 1;
    const auto start =
        static_cast<std::size_t>(std::ranges::find(m_keys, std::uint64_t{0}) - m_keys.begin());
    std::size_t used = 0;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const std::size_t place = (start + i) & mask;
        copies.keys[used] = m_keys[place];
        copies.stamps[used] = m_stamps[place];
        used += static_cast<std::size_t>(m_keys[place] != 0);
    }
    copies.keys.resize(used);
    copies.stamps.resize(used);
    return copies;
}

// Where the key is, else the free slot where it belongs.
std::size_t DuplicateFilter::placeOf(std::uint64_t key) const
{
    const std::size_t mask = m_keys.size() - 1;
    std::size_t place = key & mask;
    while (m_keys[place] != 0 && m_keys[place] != key)
        place = (place + 1) & mask;
    return place;
}

DuplicateFilter::Stamp DuplicateFilter::stampOf(Second second)
{
    return static_cast<Stamp>(second.time_since_epoch().count());
}

Seconds DuplicateFilter::ageOf(std::size_t place) const
{
    return Seconds(static_cast<Stamp>(stampOf(m_now) - m_stamps[place]));
}

std::size_t DuplicateFilter::slotAgo(Seconds age) const
{
    return static_cast<Stamp>(stampOf(m_now) - age.count()) % kSeconds;
}

std::size_t DuplicateFilter::within(Seconds age) const
{
    std::size_t count = 0;
    for (Seconds ago{0}; ago <= age; ++ago)
        count += m_perSecond[slotAgo(ago)];
    return count;
}

void DuplicateFilter::countPerSecond()
{
    m_perSecond.fill(0);
    for (std::size_t place = 0; place < m_keys.size(); ++place)
        if (m_keys[place] != 0 && ageOf(place) <= kMemory)
            ++m_perSecond[m_stamps[place] % kSeconds];
}

void DuplicateFilter::clear()
{
    std::ranges::fill(m_keys, 0);
    m_perSecond.fill(0);
    m_size = 0;
}

void DuplicateFilter::advanceTo(Second now)
{
    const bool first = m_now == Second::min();
    if (!first && now - m_now > kMemory) {
        clear();
        m_forgot = now;
    }
    const Seconds passed = first ? Seconds(0) : std::min(now - m_now, kMemory);
    m_now = now;
    for (Seconds ago{0}; ago < passed; ++ago)
        m_perSecond[slotAgo(ago)] = 0; // of times before the memory
    if (first)
        m_forgot = now;
    else if (now - m_forgot >= kForgetEvery)
        forgetOlderThan(kMemory);
}

void DuplicateFilter::makeRoom()
{
    const bool atCap = m_size >= m_cap;
    forgetOlderThan(kMemory);
    // Forgetting costs a walk over all slots: it must have made room for many.
    if (m_size * 3 > m_keys.size() && m_size < m_cap)
        grow(m_keys.size() * 2);
    else if (m_keys.empty())
        grow(kFirstDuplicateSlots);
    if (!atCap || m_size < m_cap - m_cap / 8)
        return;
    ++m_cuts;
    // Shorten the memory until a quarter of the room is free.
    if (const Seconds age = ageThatLeaves(m_cap / 4 * 3); age >= Seconds(1)) {
        forgetOlderThan(age);
    } else {
        clear();
    }
}

Seconds DuplicateFilter::ageThatLeaves(std::size_t most) const
{
    Seconds age = kMemory / 2;
    while (age >= Seconds(1) && within(age) > most)
        age /= 2;
    return age;
}

void DuplicateFilter::grow(std::size_t slots)
{
    const auto keys = std::exchange(m_keys, LargeVector<std::uint64_t>(slots));
    const auto stamps = std::exchange(m_stamps, LargeVector<Stamp>(slots));
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == 0)
            continue;
        const std::size_t place = placeOf(keys[i]);
        m_keys[place] = keys[i];
        m_stamps[place] = stamps[i];
    }
}

void DuplicateFilter::forgetOlderThan(Seconds age)
{
    m_forgot = m_now;
    if (m_size == within(age))
        return;
    for (Seconds older = age + Seconds(1); older <= kMemory; ++older)
        m_perSecond[slotAgo(older)] = 0;
    const std::size_t mask = m_keys.size() - 1;
    // Starting behind a free slot, what is kept only ever moves towards where it belongs. What
    // stays is not written: most of the table is not, each time.
    const auto free = std::ranges::find(m_keys, std::uint64_t{0});
    const auto start = static_cast<std::size_t>(free - m_keys.begin());
    for (std::size_t i = 1; i <= mask; ++i) {
        const std::size_t from = (start + i) & mask;
        const std::uint64_t key = m_keys[from];
        if (key == 0)
            continue;
        if (ageOf(from) > age) {
            m_keys[from] = 0;
            --m_size;
            continue;
        }
        std::size_t place = key & mask;
        while (place != from && m_keys[place] != 0)
            place = (place + 1) & mask;
        if (place == from)
            continue;
        m_keys[place] = key;
        m_stamps[place] = m_stamps[from];
        m_keys[from] = 0;
    }
}

} // namespace ingest::metrics
