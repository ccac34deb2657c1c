// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/latest_times.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace ingest::metrics {

namespace {

constexpr std::size_t kFirstLatestSlots = 64;

} // namespace

LatestTimes::Slot &LatestTimes::slotOf(std::uint64_t key)
{
    for (std::size_t at = m_slots.homeOf(combineHashes(key, m_seed));; at = m_slots.after(at))
        if (m_slots[at].isFree() || m_slots[at].key == key)
            return m_slots[at];
}

std::optional<Second> LatestTimes::raise(std::uint64_t key, Second at)
{
    if (key == 0)
        key = 1;
    if ((m_size + 1) * 3 > m_slots.size() * 2)
        grow();
    Slot &slot = slotOf(key);
    if (slot.isFree()) {
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
    if (m_slots.empty())
        return std::nullopt;
    std::size_t at = m_slots.homeOf(combineHashes(key, m_seed));
    for (; !m_slots[at].isFree(); at = m_slots.after(at))
        if (m_slots[at].key == key)
            return m_slots[at].latest;
    return std::nullopt;
}

void LatestTimes::grow()
{
    m_slots.growTo(std::max(kFirstLatestSlots, m_slots.size() * 2),
                   [this](const Slot &slot) { return combineHashes(slot.key, m_seed); });
}

std::size_t LatestTimes::forgetUntil(Second horizon)
{
    const auto isOld = [horizon](const Slot &slot) {
        return !slot.isFree() && slot.latest <= horizon;
    };
    const auto old = static_cast<std::size_t>(std::ranges::count_if(m_slots, isOld));
    if (old == 0)
        return 0;
    m_size -= old;
    // As full as raise() lets it become, but for an eighth: a steady crowd takes one size for ever.
    const auto before = std::exchange(
        m_slots,
        ProbedSlots<Slot>(std::max(kFirstLatestSlots, std::bit_ceil(m_size * 27 / 16 + 1))));
    for (const Slot &slot : before)
        if (!slot.isFree() && !isOld(slot))
            slotOf(slot.key) = slot;
    return old;
}

void LatestTimes::clear()
{
    m_slots = ProbedSlots<Slot>();
    m_size = 0;
}

} // namespace ingest::metrics
