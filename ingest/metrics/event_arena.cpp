// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/event_arena.h"

#include <algorithm>
#include <cassert>

namespace ingest::metrics {

EventBlock EventArena::allocate(std::size_t events)
{
    const auto found = std::ranges::lower_bound(kCapacities, events);
    assert(found != kCapacities.end());
    const auto sizeClass = static_cast<std::uint8_t>(found - kCapacities.begin());
    if (sizeClass == 0)
        return {};
    m_inUse += kCapacities[sizeClass];
    Size &size = m_sizes[sizeClass];
    if (!size.free.empty()) {
        const std::uint32_t place = size.free.back();
        size.free.pop_back();
        return {place, sizeClass};
    }
    if (size.used == size.slabs.size() * perSlab(sizeClass))
        size.slabs.push_back(std::make_unique_for_overwrite<JourneyEvent[]>(kSlabEvents));
    return {size.used++, sizeClass};
}

void EventArena::release(EventBlock block)
{
    if (block.sizeClass == 0)
        return;
    m_inUse -= kCapacities[block.sizeClass];
    m_sizes[block.sizeClass].free.push_back(block.place);
}

JourneyEvent *EventArena::data(EventBlock block) const
{
    if (block.sizeClass == 0)
        return nullptr;
    const std::size_t slab = block.place / perSlab(block.sizeClass);
    const std::size_t within = block.place % perSlab(block.sizeClass);
    return m_sizes[block.sizeClass].slabs[slab].get() + within * kCapacities[block.sizeClass];
}

} // namespace ingest::metrics
