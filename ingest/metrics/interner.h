// SPDX-License-Identifier: GPL-3.0-or-later
// Gives every distinct string a dense number, up to a cap; beyond it `kOther`, counted. Names live
// as long as the interner; overlong ones are kept shortened (see bounded_name.h). Owned by the
// engine; not thread-safe.
#pragma once

#include "ingest/metrics/seeded_hash.h"

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ingest::metrics {

class Interner
{
public:
    static constexpr std::uint32_t kOther = 0xffffffffu;

    // `cap` is the number of distinct strings kept, at most 2^31.
    Interner(std::size_t cap, std::uint64_t seed);

    // Ids are 0, 1, 2 ... in order of first sight. Allocates for a new string only. Beyond the cap
    // a new string gives kOther and raises overflow().
    std::uint32_t intern(std::string_view name)
    {
        const Recent *known = recent(name);
        return known != nullptr ? known->id : internElsewhere(name, seededHash(name, m_seed));
    }
    // The same, for whoever has its hashOf() at hand.
    std::uint32_t intern(std::string_view name, std::uint64_t hash)
    {
        const Recent *known = recent(name);
        return known != nullptr ? known->id : internElsewhere(name, hash);
    }
    // Its hash, and its number where that is known without a search, else kOther.
    void lookUp(std::string_view name, std::uint64_t &hash, std::uint32_t &id) const
    {
        const Recent *known = recent(name);
        hash = known != nullptr ? known->hash : seededHash(name, m_seed);
        id = known != nullptr ? known->id : kOther;
    }
    [[nodiscard]] std::uint64_t hashOf(std::string_view name) const
    {
        const Recent *known = recent(name);
        return known != nullptr ? known->hash : seededHash(name, m_seed);
    }

    // kOther where the string was never interned.
    [[nodiscard]] std::uint32_t find(std::string_view name) const;

    [[nodiscard]] std::string_view name(std::uint32_t id) const; // "(other)" for kOther
    [[nodiscard]] std::size_t size() const { return m_names.size(); }
    [[nodiscard]] std::uint64_t overflow() const { return m_overflow; }

    // All of it, both ways; see StateWriter.
    template <class Archive>
    void archive(Archive &state)
    {
        // The places and what was recent follow from the names.
        auto &[cap, seed, overflow, slots, names, shortened, recent] = *this;
        if constexpr (Archive::kReading) {
            state.require(names.empty(), "names twice");
            const std::size_t count = state.size();
            state.require(count <= cap, "more names than there may be");
            for (std::size_t i = 0; i < count && state.ok(); ++i) {
                const std::string_view name = state.text();
                state.require(internBounded(name, hashOf(name)) == i, "a name twice");
            }
        } else {
            state(names);
        }
        state(overflow);
    }

private:
    // Most names are short and few come again and again: those are found without hash and text.
    struct alignas(32) Recent // two to a line of the cache
    {
        TextEnds name;
        std::uint64_t hash = 0;
        std::uint32_t id = kOther;
        std::uint32_t size = 0; // of the name; 0: none
    };
    static constexpr std::size_t kRecent = 64; // of ten names two in five shared one of 16 places
    static std::size_t recentPlace(const TextEnds &name)
    {
        return combineHashes(name.front, name.back) % kRecent;
    }
    [[nodiscard]] const Recent *recent(std::string_view name) const
    {
        if (name.size() > kMostEnds || name.empty())
            return nullptr;
        const TextEnds ends = endsOf(name);
        const Recent &known = m_recent[recentPlace(ends)];
        return known.size == name.size() && known.name == ends ? &known : nullptr;
    }

    struct Slot
    {
        std::uint32_t tag = 0; // upper half of the hash
        std::uint32_t id = kOther;
    };

    [[nodiscard]] std::size_t slotOf(std::string_view name, std::uint64_t hash) const;
    void grow();
    std::uint32_t internElsewhere(std::string_view name, std::uint64_t hash);
    std::uint32_t internBounded(std::string_view name, std::uint64_t hash);

    std::size_t m_cap;
    std::uint64_t m_seed;
    std::uint64_t m_overflow = 0;
    std::vector<Slot> m_slots;       // open addressing, a power of two, at most half full
    std::deque<std::string> m_names; // by id; addresses are stable
    std::string m_shortened;         // the last overlong name
    std::array<Recent, kRecent> m_recent{};
};

} // namespace ingest::metrics
