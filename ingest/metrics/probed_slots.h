// SPDX-License-Identifier: GPL-3.0-or-later
// The slots of a hash table with open addressing and linear probing: a power of two of them, free
// where all their bytes are zero. Grows where it is, so that growing takes memory for what is new
// alone, and no time for clearing what the system hands out cleared. Not thread-safe.
#pragma once

#include "ingest/metrics/cleared_room.h"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace ingest::metrics {

// A Slot says isFree().
template <class Slot>
class ProbedSlots
{
public:
    explicit ProbedSlots(std::size_t slots = 0) { m_room.growTo(slots); }

    [[nodiscard]] std::size_t size() const { return m_room.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Slot &operator[](std::size_t at) { return m_room[at]; }
    [[nodiscard]] const Slot &operator[](std::size_t at) const { return m_room[at]; }
    [[nodiscard]] Slot *begin() { return m_room.begin(); }
    [[nodiscard]] Slot *end() { return m_room.end(); }
    [[nodiscard]] const Slot *begin() const { return m_room.begin(); }
    [[nodiscard]] const Slot *end() const { return m_room.end(); }

    // The slot whose low bits are those of a hash, and the one behind another.
    [[nodiscard]] std::size_t homeOf(std::uint64_t hash) const { return hash & (size() - 1); }
    [[nodiscard]] std::size_t after(std::size_t at) const { return (at + 1) & (size() - 1); }

    // Behind it, in the order of slots, nothing stands before its home. There must be one.
    [[nodiscard]] std::size_t firstFree() const
    {
        std::size_t at = 0;
        while (!(*this)[at].isFree())
            ++at;
        return at;
    }

    // Calls visit(slot) for each that is not free, so that who puts them into as many slots, one
    // after the other, has each lie where it was.
    template <class Visit>
    void forEachInTurn(Visit visit) const
    {
        const std::size_t free = empty() ? 0 : firstFree();
        for (std::size_t i = 1; i < size(); ++i)
            if (const Slot &slot = (*this)[(free + i) & (size() - 1)]; !slot.isFree())
                visit(slot);
    }

    // `slots` is a power of two, no less than there are; hashOf(slot) is what homeOf() is asked of.
    template <class HashOf>
    void growTo(std::size_t slots, HashOf hashOf)
    {
        const std::size_t before = size();
        const std::size_t free = before == 0 ? 0 : firstFree();
        m_room.growTo(slots);
        for (std::size_t i = 1; i < before; ++i)
            if (const std::size_t at = (free + i) & (before - 1); !(*this)[at].isFree())
                settle(at, hashOf((*this)[at]));
    }

    // Frees every slot of which isGone(slot), in place; gives how many.
    template <class IsGone, class HashOf>
    std::size_t erase(IsGone isGone, HashOf hashOf)
    {
        const std::size_t free = empty() ? 0 : firstFree();
        std::size_t count = 0;
        for (std::size_t i = 1; i < size(); ++i) {
            const std::size_t at = (free + i) & (size() - 1);
            Slot &slot = (*this)[at];
            if (slot.isFree())
                continue;
            if (isGone(slot)) {
                slot = {};
                ++count;
            } else {
                settle(at, hashOf(slot));
            }
        }
        return count;
    }

private:
    // Puts what is in a slot where its hash belongs. In turn, behind a free slot, everything finds
    // room where it stood or before, also in the other half of a table that has doubled: where the
    // turn is still to come nothing is put down, and nothing becomes free afterwards. What stays
    // is not written: most does.
    void settle(std::size_t from, std::uint64_t hash)
    {
        std::size_t at = homeOf(hash);
        while (at != from && !(*this)[at].isFree())
            at = after(at);
        if (at != from)
            (*this)[at] = std::exchange((*this)[from], Slot{});
    }

    ClearedRoom<Slot> m_room;
};

} // namespace ingest::metrics
