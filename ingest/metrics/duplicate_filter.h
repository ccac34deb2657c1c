// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers for ten minutes of arrival which events were seen, by hashes of what identifies them,
// up to a cap; at most 40 bytes each. Owned by the ledger; not thread-safe.
#pragma once

#include "ingest/ask_for.h"
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
        if (m_keys.empty())
            return;
        const std::size_t place = identity & (m_keys.size() - 1);
        askFor(&m_keys[place]);
        askFor(&m_stamps[place]);
    }

    // How often memory had to be cut short of ten minutes to stay below the cap.
    [[nodiscard]] std::uint64_t cuts() const { return m_cuts; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        auto &[cap, keys, stamps, size, now, forgot, cuts, perSecond] = *this;
        state(size, now, forgot, cuts);
        if constexpr (Archive::kReading) {
            const std::uint64_t slots = state.number();
            if (!state.require((slots == 0 || std::has_single_bit(slots)) &&
                                   slots <= m_cap * 8 + 2048 && size <= slots / 3 * 2,
                               "a table of an impossible size"))
                return;
            keys.assign(slots, 0);
            stamps.assign(slots, 0);
            for (std::size_t left = size; left > 0 && state.ok(); --left) {
                const std::uint64_t key = state.hash();
                if (!state.require(key != 0, "an event without identity"))
                    return;
                const std::size_t place = placeOf(key);
                state.require(keys[place] == 0, "an event twice");
                keys[place] = key;
                state(stamps[place]);
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

    // What is in the table, side by side, so that it can be written while the table changes.
    struct Copies
    {
        std::size_t slots = 0;
        LargeVector<std::uint64_t> keys;
        LargeVector<Stamp> stamps;

        template <class Archive>
        void archive(Archive &state)
        {
            state.size(slots);
            for (std::size_t i = 0; i < keys.size(); ++i) {
                state.hash(keys[i]);
                state(stamps[i]);
            }
        }
    };
    [[nodiscard]] Copies copies() const;

    [[nodiscard]] static Stamp stampOf(Second second);
    [[nodiscard]] std::size_t placeOf(std::uint64_t key) const;
    void advanceTo(Second now);
    void clear();
    void makeRoom();
    void grow(std::size_t slots);
    // Forgets, in place, what was last seen longer ago, at most kMemory.
    void forgetOlderThan(Seconds age);
    // The greatest age, halved from ten minutes, at which at most so many stay.
    [[nodiscard]] Seconds ageThatLeaves(std::size_t most) const;
    [[nodiscard]] Seconds ageOf(std::size_t place) const;
    // How many are no older than that, at most kMemory.
    [[nodiscard]] std::size_t within(Seconds age) const;
    // Of m_perSecond.
    [[nodiscard]] std::size_t slotAgo(Seconds age) const;
    void countPerSecond();

    std::size_t m_cap;
    LargeVector<std::uint64_t> m_keys; // a power of two, at most two thirds full; 0: free
    LargeVector<Stamp> m_stamps;       // apart, so that a search reads keys alone
    std::size_t m_size = 0;            // with those that are too old but not yet forgotten
    Second m_now = Second::min();
    Second m_forgot = Second::min();
    std::uint64_t m_cuts = 0;
    // How many were last seen in each second of the memory, by stamp, so that the table is walked
    // for nothing but forgetting.
    std::array<std::uint32_t, kSeconds> m_perSecond{};
};

} // namespace ingest::metrics
