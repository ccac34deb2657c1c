// SPDX-License-Identifier: GPL-3.0-or-later
// All journeys there is a memory of, by key: 40 bytes each and at most 16 for the index. A key that
// was idle in between has several. Open addressing; the key is a hash already. Nothing a
// caller sees depends on the order of slots. Owned by the engine; not thread-safe.
#pragma once

#include "ingest/ask_for.h"
#include "ingest/metrics/event_arena.h"
#include "ingest/metrics/probed_slots.h"
#include "ingest/metrics/seeded_hash.h"
#include "ingest/metrics/slab_list.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ingest::metrics {

inline constexpr std::uint32_t kNoJourney = 0xffffffffu;

struct Journey
{
    std::uint64_t key = 0;
    std::int64_t first = 0; // instants of its first and last event, relevant or not
    std::int64_t last = 0;
    std::uint32_t next = kNoJourney;   // another journey of the same key
    std::uint32_t folded = kNoJourney; // what was before the events in flight, where they were many
    std::uint32_t place = 0;           // of the block with the events in flight, by (time, match)
    std::uint16_t count = 0;           // how many
    std::uint8_t sizeClass : 7 = 0;
    std::uint8_t erased : 1 = 0;

    [[nodiscard]] EventBlock block() const { return {place, sizeClass}; }
    void setBlock(EventBlock block)
    {
        place = block.place;
        sizeClass = block.sizeClass & 0x7f;
    }
};
static_assert(sizeof(Journey) == 40);

class JourneyTable
{
public:
    // `seed` decides places alone, so that nobody outside can choose keys that crowd together.
    explicit JourneyTable(std::uint64_t seed);

    // Brings the memory of `key` near before it is needed.
    void prefetchSlot(std::uint64_t key) const { askFor(&m_slots[m_slots.homeOf(tagOf(key))]); }
    void prefetchJourney(std::uint64_t key) const
    {
        if (const std::uint32_t journey = likely(key); journey != kNoJourney)
            askFor(&(*this)[journey]);
    }
    // What find() most often gives, without a look at the journey.
    [[nodiscard]] std::uint32_t likely(std::uint64_t key) const
    {
        const std::uint32_t tag = tagOf(key);
        std::size_t at = m_slots.homeOf(tag);
        while (!m_slots[at].isFree() && m_slots[at].tag != tag)
            at = m_slots.after(at);
        return m_slots[at].journey();
    }

    // One journey of the key, `next` leading to the others in no particular order; or kNoJourney.
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const;
    [[nodiscard]] Journey &operator[](std::uint32_t journey)
    {
        return m_slabs[journey / kSlabJourneys][journey % kSlabJourneys];
    }
    [[nodiscard]] const Journey &operator[](std::uint32_t journey) const
    {
        return m_slabs[journey / kSlabJourneys][journey % kSlabJourneys];
    }

    // So many keys will be inserted.
    void makeRoom(std::size_t keys);
    std::uint32_t insert(std::uint64_t key);
    void erase(std::uint32_t journey);
    [[nodiscard]] std::size_t size() const { return m_size; }

    // Every journey is below places(); not every place holds one.
    [[nodiscard]] std::uint32_t places() const { return m_used; }
    [[nodiscard]] bool holds(std::uint32_t place) const { return !(*this)[place].erased; }

private:
    struct Slot
    {
        std::uint32_t tag = 0;     // says its home too, without a look at the journey
        std::uint32_t inverse = 0; // of the journey's bits: kNoJourney where free

        [[nodiscard]] std::uint32_t journey() const { return ~inverse; }
        void setJourney(std::uint32_t journey) { inverse = ~journey; }
        [[nodiscard]] bool isFree() const { return inverse == 0; }
    };
    static_assert(~kNoJourney == 0);

    [[nodiscard]] std::uint32_t tagOf(std::uint64_t key) const
    {
        return static_cast<std::uint32_t>(combineHashes(key, m_seed));
    }
    [[nodiscard]] std::size_t slotOf(std::uint64_t key) const;
    void growTo(std::size_t slots);
    void closeGap(std::size_t gap);

    static constexpr std::size_t kSlabJourneys = 1024;
    ProbedSlots<Slot> m_slots; // at most 3/4 full
    SlabList<Journey, kSlabJourneys> m_slabs;
    std::vector<std::uint32_t> m_free;
    std::uint64_t m_seed;
    std::uint32_t m_used = 0; // places ever handed out
    std::size_t m_keys = 0;
    std::size_t m_size = 0;
};

} // namespace ingest::metrics
