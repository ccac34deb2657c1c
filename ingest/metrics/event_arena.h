// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for the events in flight of all journeys: runs of 12-byte events in a few sizes, each size
// with its own free list, so that nothing is allocated per event once warm. Owned by the engine;
// not thread-safe.
#pragma once

#include "ingest/metrics/slab_list.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

// What a journey keeps of an event: when, and which combination of matches and values it was.
class JourneyEvent
{
public:
    JourneyEvent() = default;
    JourneyEvent(std::int64_t time, std::uint32_t match)
        : m_low(static_cast<std::uint32_t>(time)),
          m_high(static_cast<std::uint32_t>(static_cast<std::uint64_t>(time) >> 32)), m_match(match)
    {
    }
    [[nodiscard]] std::int64_t time() const
    {
        return static_cast<std::int64_t>(std::uint64_t{m_high} << 32 | m_low);
    }
    [[nodiscard]] std::uint32_t match() const { return m_match; }

private:
    std::uint32_t m_low; // two halves: 12 bytes instead of 16
    std::uint32_t m_high;
    std::uint32_t m_match;
};

// The order in which a journey keeps its events.
[[nodiscard]] inline bool isEarlier(const JourneyEvent &a, const JourneyEvent &b)
{
    return a.time() != b.time() ? a.time() < b.time() : a.match() < b.match();
}

// A block of the arena; plain, so that it fits a journey's 64 bytes.
struct EventBlock
{
    std::uint32_t place = 0;
    std::uint8_t sizeClass = 0; // 0: no block
};

class EventArena
{
public:
    static constexpr std::size_t kMostEvents = 256;
    static constexpr std::uint8_t kMostSizeClass = 8;

    // 0, then 2, 4, 8 to 256.
    [[nodiscard]] static std::size_t capacityOf(EventBlock block)
    {
        return block.sizeClass == 0 ? 0 : std::size_t{1} << block.sizeClass;
    }
    // The smallest block for at least `events`, at most kMostEvents.
    [[nodiscard]] EventBlock allocate(std::size_t events);
    void release(EventBlock block);
    [[nodiscard]] JourneyEvent *data(EventBlock block) const
    {
        if (block.sizeClass == 0)
            return nullptr;
        const std::size_t first = std::size_t{block.place} << block.sizeClass;
        return m_sizes[block.sizeClass].slabs[first / kSlabEvents] + first % kSlabEvents;
    }

    // Events there is room for in the blocks handed out.
    [[nodiscard]] std::size_t inUse() const { return m_inUse; }

private:
    static constexpr std::size_t kSlabEvents = 4096;

    struct Size
    {
        SlabList<JourneyEvent, kSlabEvents> slabs;
        std::vector<std::uint32_t> free;
        std::uint32_t used = 0; // places ever handed out
    };

    std::array<Size, kMostSizeClass + 1> m_sizes; // by the power of two
    std::size_t m_inUse = 0;
};

} // namespace ingest::metrics
