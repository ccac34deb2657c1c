// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/duplicate_filter.h"

#include <algorithm>
#include <utility>

namespace ingest::metrics {

namespace {

// Well before a stamp could mean a later time.
constexpr Seconds kForgetEvery{8 * 3600};

} // namespace

bool DuplicateFilter::seenBefore(std::uint64_t identity, Timestamp now)
{
    const std::uint64_t key = identity == 0 ? 1 : identity;
    if (const Second second = bucketOf(now); second != m_now)
        advanceTo(second);
    if (m_size >= std::min(m_lines.size() * kUsual, m_cap))
        makeRoom();
    const Place place = placeOf(key);
    ++m_perSecond[slotAgo(Seconds(0))];
    if (place.isFree()) {
        place.line.add(key, stampOf(m_now));
        ++m_size;
        return false;
    }
    Stamp &stamp = place.line.stamps[place.index];
    const bool seen = ageOf(stamp) <= kMemory;
    if (seen)
        --m_perSecond[stamp % kSeconds];
    stamp = stampOf(m_now);
    return seen;
}

// All keys of a line are compared, whether there are any: how many there are nobody can foretell,
// so that nothing depends on it but where the next key goes.
DuplicateFilter::Place DuplicateFilter::placeOf(std::uint64_t key)
{
    for (std::size_t at = homeOf(key);; at = after(at)) {
        Line &line = m_lines[at];
        unsigned same = 0;
        for (unsigned i = 0; i < kKeys; ++i)
            same |= static_cast<unsigned>(line.keys[i] == key) << i;
        if (same != 0)
            return {line, static_cast<std::size_t>(std::countr_zero(same))};
        if (!line.isFull())
            return {line, line.used};
    }
}

std::size_t DuplicateFilter::firstLine() const
{
    const auto open = std::ranges::find_if_not(m_lines, &Line::isFull);
    return after(static_cast<std::size_t>(open - m_lines.begin()));
}

// In the order of firstLine(), every line before a key's that it could be in is full already when
// it is put back: each comes to lie where it was.
DuplicateFilter::Copies DuplicateFilter::copies() const
{
    Copies copies;
    copies.lines = m_lines.size();
    copies.keys.resize(m_size + kKeys);
    copies.stamps.resize(m_size + kKeys);
    std::size_t used = 0;
    std::size_t at = firstLine();
    for (std::size_t i = 0; i < m_lines.size(); ++i, at = after(at)) {
        const Line &line = m_lines[at];
        std::ranges::copy(line.keys, copies.keys.data() + used);
        std::ranges::copy(line.stamps, copies.stamps.data() + used);
        used += line.used;
    }
    copies.keys.resize(used);
    copies.stamps.resize(used);
    return copies;
}

DuplicateFilter::Stamp DuplicateFilter::stampOf(Second second)
{
    return static_cast<Stamp>(second.time_since_epoch().count());
}

Seconds DuplicateFilter::ageOf(Stamp stamp) const
{
    return Seconds(static_cast<Stamp>(stampOf(m_now) - stamp));
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
    for (const Line &line : m_lines)
        for (std::size_t i = 0; i < line.used; ++i)
            if (ageOf(line.stamps[i]) <= kMemory)
                ++m_perSecond[line.stamps[i] % kSeconds];
}

void DuplicateFilter::clear()
{
    std::ranges::fill(m_lines, Line{});
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
    // Forgetting costs a walk over all lines: it must have made room for many.
    if (m_size * 2 > m_lines.size() * kUsual && m_size < m_cap)
        grow(m_lines.size() * 2);
    else if (m_lines.empty())
        grow(kFirstLines);
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

// In the order of firstLine(), a line that was taken up has room again for all it held: each key is
// put down there or before, in either half of the table.
void DuplicateFilter::grow(std::size_t lines)
{
    const std::size_t before = m_lines.size();
    const std::size_t first = before == 0 ? 0 : firstLine();
    m_lines.growTo(lines);
    for (std::size_t i = 0; i < before; ++i) {
        const Line line = std::exchange(m_lines[(first + i) & (before - 1)], Line{});
        for (std::size_t j = 0; j < line.used; ++j)
            placeOf(line.keys[j]).line.add(line.keys[j], line.stamps[j]);
    }
}

void DuplicateFilter::forgetOlderThan(Seconds age)
{
    m_forgot = m_now;
    if (m_size == within(age))
        return;
    for (Seconds older = age + Seconds(1); older <= kMemory; ++older)
        m_perSecond[slotAgo(older)] = 0;
    std::size_t at = firstLine();
    for (std::size_t i = 0; i < m_lines.size(); ++i, at = after(at))
        forgetIn(at, age);
}

// In the order of firstLine(), what is kept only ever moves towards where it belongs. A line that
// stays as it is is not written: most of the table is not, each time.
void DuplicateFilter::forgetIn(std::size_t at, Seconds age)
{
    Line &line = m_lines[at];
    Line kept;
    for (std::size_t i = 0; i < line.used; ++i) {
        if (ageOf(line.stamps[i]) > age) {
            --m_size;
            continue;
        }
        std::size_t to = homeOf(line.keys[i]);
        while (to != at && m_lines[to].isFull())
            to = after(to);
        (to == at ? kept : m_lines[to]).add(line.keys[i], line.stamps[i]);
    }
    if (kept.used != line.used)
        line = kept;
}

} // namespace ingest::metrics
