// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/event_arena.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace ingest::metrics {

EventBlock EventArena::allocate(std::size_t events)
{
    assert(events <= kMostEvents);
    if (events == 0)
        return {};
    const auto sizeClass =
        static_cast<std::uint8_t>(std::bit_width(std::max<std::size_t>(events, 2) - 1));
    m_inUse += std::size_t{1} << sizeClass;
    Size &size = m_sizes[sizeClass];
    if (!size.free.empty()) {
        const std::uint32_t place = size.free.back();
        size.free.pop_back();
        return {place, sizeClass};
    }
    if (std::size_t{size.used} << sizeClass == size.slabs.size() * kSlabEvents)
        size.slabs.add();
    return {size.used++, sizeClass};
}

void EventArena::release(EventBlock block)
{
    if (block.sizeClass == 0)
        return;
    m_inUse -= capacityOf(block);
    m_sizes[block.sizeClass].free.push_back(block.place);
}

} // namespace ingest::metrics
