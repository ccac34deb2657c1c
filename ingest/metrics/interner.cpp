// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/interner.h"

#include "ingest/metrics/bounded_name.h"

namespace ingest::metrics {

namespace {

constexpr std::size_t kFirstTextSlots = 64;

std::uint32_t tagOf(std::uint64_t hash)
{
    return static_cast<std::uint32_t>(hash >> 32);
}

} // namespace

Interner::Interner(std::size_t cap, std::uint64_t seed)
    : m_cap(cap), m_seed(seed), m_slots(kFirstTextSlots)
{
}

// The slot that holds `name`, else the free one where it belongs.
std::size_t Interner::slotOf(std::string_view name, std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot &slot = m_slots[at];
        if (slot.id == kOther || (slot.tag == tagOf(hash) && isSameText(m_names[slot.id], name)))
            return at;
    }
}

std::uint32_t Interner::internElsewhere(std::string_view name, std::uint64_t hash)
{
    const std::string_view bounded = boundedName(name, m_shortened);
    const std::uint32_t id =
        internBounded(bounded, bounded.size() == name.size() ? hash : hashOf(bounded));
    if (id != kOther && !name.empty() && name.size() <= kMostEnds) {
        const TextEnds ends = endsOf(name);
        m_recent[recentPlace(ends)] = {ends, hash, id, static_cast<std::uint32_t>(name.size())};
    }
    return id;
}

std::uint32_t Interner::internBounded(std::string_view name, std::uint64_t hash)
{
    std::size_t at = slotOf(name, hash);
    if (m_slots[at].id != kOther)
        return m_slots[at].id;
    if (m_names.size() >= m_cap) {
        ++m_overflow;
        return kOther;
    }
    if ((m_names.size() + 1) * 2 > m_slots.size()) {
        grow();
        at = slotOf(name, hash);
    }
    const auto id = static_cast<std::uint32_t>(m_names.size());
    m_names.emplace_back(name);
    m_slots[at] = {tagOf(hash), id};
    return id;
}

std::uint32_t Interner::find(std::string_view name) const
{
    std::string shortened;
    name = boundedName(name, shortened);
    return m_slots[slotOf(name, hashOf(name))].id;
}

std::string_view Interner::name(std::uint32_t id) const
{
    return id == kOther ? std::string_view("(other)") : std::string_view(m_names[id]);
}

void Interner::grow()
{
    m_slots.assign(m_slots.size() * 2, Slot{});
    for (std::uint32_t id = 0; id < m_names.size(); ++id) {
        const std::uint64_t hash = hashOf(m_names[id]);
        m_slots[slotOf(m_names[id], hash)] = {tagOf(hash), id};
    }
}

} // namespace ingest::metrics
