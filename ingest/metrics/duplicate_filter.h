// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers for ten minutes of arrival which events were seen, by hashes of what identifies them,
// up to a cap; at most 32 bytes each of as many as there were at once. One event reads and writes
// one line of the cache, nearly always. Owned by the ledger; not thread-safe.
#pragma once

#include "ingest/ask_for.h"
#include "ingest/metrics/cleared_room.h"
#include "ingest/metrics/large_pages.h"
#include "ingest/time.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

namespace ingest::metrics {

class DuplicateFilter
{
public:
    static constexpr Seconds kMemory{600};

    explicit DuplicateFilter(std::size_t cap) : m_cap(cap) {}

    // True where the identity was seen within the last ten minutes. `identity` is a hash good in
    // all its bits; `now` never goes back.
    bool seenBefore(std::uint64_t identity, Timestamp now);

    // Asks for the memory that seenBefore() will read: the table does not fit in the cache.
    void prefetch(std::uint64_t identity) const
    {
        if (!m_lines.empty())
            askFor(&m_lines[homeOf(identity)]);
    }
    // Once that has come: where it is full, seenBefore() will read the next line as well.
    void prefetchNext(std::uint64_t identity) const
    {
        if (m_lines.empty())
            return;
        const std::size_t home = homeOf(identity);
        askFor(&m_lines[m_lines[home].isFull() ? after(home) : home]);
    }

    // How often memory had to be cut short of ten minutes to stay below the cap.
    [[nodiscard]] std::uint64_t cuts() const { return m_cuts; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[cap, lines, size, now, forgot, cuts, perSecond] = *this;
        state(size, now, forgot, cuts);
        if constexpr (Archive::kReading) {
            const std::uint64_t count = state.number();
            if (!state.require((count == 0 || std::has_single_bit(count)) &&
                                   count <= cap + kFirstLines && size <= count * kUsual,
                               "a table of an impossible size"))
                return;
            lines = ClearedRoom<Line>();
            lines.growTo(count);
            for (std::size_t left = size; left > 0 && state.ok(); --left) {
                const std::uint64_t key = state.hash();
                if (!state.require(key != 0, "an event without identity"))
                    return;
                const Place place = placeOf(key);
                state.require(place.isFree(), "an event twice");
                Stamp stamp = 0;
                state(stamp);
                if (state.ok())
                    place.line.add(key, stamp);
            }
            if (state.require(size == 0 || now != Second::min(), "an event before all time"))
                countPerSecond();
        } else {
            state.later(std::make_shared<Copies>(copies()));
        }
    }

private:
    using Stamp = std::uint16_t;                  // seconds, modulo 18 hours
    static constexpr std::size_t kSeconds = 1024; // more than kMemory, a divisor of all stamps

    static constexpr std::size_t kKeys = 6;         // of a line
    static constexpr std::size_t kUsual = 4;        // at most, over all: a quarter then is full
    static constexpr std::size_t kFirstLines = 256; // a power of two

    // A line of the cache, filled from the front. What does not fit into the line it belongs to is
    // in the next one that has room.
    struct alignas(64) Line
    {
        std::array<std::uint64_t, kKeys> keys{}; // 0: free
        std::array<Stamp, kKeys> stamps{};
        std::uint32_t used = 0;

        [[nodiscard]] bool isFull() const { return used == kKeys; }
        void add(std::uint64_t key, Stamp stamp)
        {
            keys[used] = key;
            stamps[used] = stamp;
            ++used;
        }
    };
    static_assert(sizeof(Line) == 64);

    // Where a key is, or may be put.
    struct Place
    {
        Line &line;
        std::size_t index;
        [[nodiscard]] bool isFree() const { return index == line.used; }
    };

    // What is in the table, side by side, so that it can be written while the table changes.
    struct Copies
    {
        std::size_t lines = 0;
        LargeVector<std::uint64_t> keys;
        LargeVector<Stamp> stamps;

        template <class Archive>
        void archive(Archive &state)
        {
            state.size(lines);
            for (std::size_t i = 0; i < keys.size(); ++i) {
                state.hash(keys[i]);
                state(stamps[i]);
            }
        }
    };
    [[nodiscard]] Copies copies() const;

    [[nodiscard]] static Stamp stampOf(Second second);
    [[nodiscard]] std::size_t homeOf(std::uint64_t key) const { return key & (m_lines.size() - 1); }
    [[nodiscard]] std::size_t after(std::size_t line) const
    {
        return (line + 1) & (m_lines.size() - 1);
    }
    [[nodiscard]] Place placeOf(std::uint64_t key);
    // The first line behind one that is not full: what is in it or behind it belongs there.
    [[nodiscard]] std::size_t firstLine() const;
    void advanceTo(Second now);
    void clear();
    void makeRoom();
    void grow(std::size_t lines);
    // Forgets, in place, what was last seen longer ago, at most kMemory.
    void forgetOlderThan(Seconds age);
    void forgetIn(std::size_t at, Seconds age);
    // The greatest age, halved from ten minutes, at which at most so many stay.
    [[nodiscard]] Seconds ageThatLeaves(std::size_t most) const;
    [[nodiscard]] Seconds ageOf(Stamp stamp) const;
    // How many are no older than that, at most kMemory.
    [[nodiscard]] std::size_t within(Seconds age) const;
    // Of m_perSecond.
    [[nodiscard]] std::size_t slotAgo(Seconds age) const;
    void countPerSecond();

    std::size_t m_cap;
    ClearedRoom<Line> m_lines; // a power of two
    std::size_t m_size = 0;    // with those that are too old but not yet forgotten
    Second m_now = Second::min();
    Second m_forgot = Second::min();
    std::uint64_t m_cuts = 0;
    // How many were last seen in each second of the memory, by stamp, so that the table is walked
    // for nothing but forgetting.
    std::array<std::uint32_t, kSeconds> m_perSecond{};
};

} // namespace ingest::metrics
