// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the number of a member name with one multiplication and one comparison: each member of each
// event asks. A perfect hash, found by the compiler.
#pragma once

#include "ingest/wire/names.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace ingest::wire {

// In the order of Name.
inline constexpr std::array<std::string_view, kNameCount> kNames{"type",
                                                                 "event",
                                                                 "event_name",
                                                                 "name",
                                                                 "time",
                                                                 "timestamp",
                                                                 "ts",
                                                                 "@timestamp",
                                                                 "source",
                                                                 "service",
                                                                 "service.name",
                                                                 "id",
                                                                 "event_id",
                                                                 "specversion",
                                                                 "sequence",
                                                                 "seq",
                                                                 "epoch",
                                                                 "instance",
                                                                 "started",
                                                                 "session",
                                                                 "session_id",
                                                                 "correlation_id",
                                                                 "journey",
                                                                 "cart_id",
                                                                 "subject",
                                                                 "error",
                                                                 "error_category",
                                                                 "reason",
                                                                 "code",
                                                                 "category",
                                                                 "message",
                                                                 "amount",
                                                                 "total",
                                                                 "value",
                                                                 "currency",
                                                                 "data"};

// The first bytes as a word, least significant first.
template <typename Word>
constexpr std::uint64_t loadWord(const char *bytes)
{
    if (std::is_constant_evaluated()) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < sizeof(Word); ++i)
            word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
        return word;
    }
    Word word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

// A key reduced to two words. Keys of one length up to 16 have the same words only if they are
// equal; of a longer one they are its ends.
struct KeyWords
{
    std::uint64_t front = 0;
    std::uint64_t back = 0;

    constexpr explicit KeyWords(std::string_view key)
    {
        const char *begin = key.data();
        const std::size_t size = key.size();
        if (size >= 8) {
            front = loadWord<std::uint64_t>(begin);
            back = loadWord<std::uint64_t>(begin + size - 8);
        } else if (size >= 4) {
            front = loadWord<std::uint32_t>(begin);
            back = loadWord<std::uint32_t>(begin + size - 4);
        } else if (size != 0) {
            front = loadWord<std::uint8_t>(begin);
            back = loadWord<std::uint8_t>(begin + size / 2) |
                   loadWord<std::uint8_t>(begin + size - 1) << 8;
        }
    }

    // Its upper bits are the well mixed ones.
    [[nodiscard]] constexpr std::uint64_t hash(std::uint64_t multiplier) const
    {
        return (front ^ (back << 29 | back >> 35)) * multiplier;
    }
};

class NameTable
{
public:
    struct Found
    {
        Name name = Name::unknown;
        std::uint64_t bloom = 0; // one bit of 64: keys with different bits are different
    };

    constexpr NameTable()
    {
        while (!fill())
            m_multiplier = m_multiplier * 6364136223846793005 + 1442695040888963407;
    }

    [[nodiscard]] Found find(std::string_view key) const
    {
        const KeyWords words(key);
        const std::uint64_t hash = words.hash(m_multiplier);
        const Entry &entry = m_entries[hash >> kShift];
        const bool same =
            entry.front == words.front && entry.back == words.back && entry.size == key.size();
        return {same ? entry.name : Name::unknown, std::uint64_t{1} << (hash >> 58)};
    }

private:
    static constexpr int kShift = 57; // 128 entries

    struct Entry
    {
        std::uint64_t front = 0;
        std::uint64_t back = 0;
        std::size_t size = ~std::size_t{0};
        Name name = Name::unknown;
    };

    // False where two names meet in one entry.
    constexpr bool fill()
    {
        m_entries = {};
        for (std::size_t i = 0; i < kNameCount; ++i) {
            const KeyWords words(kNames[i]);
            Entry &entry = m_entries[words.hash(m_multiplier) >> kShift];
            if (entry.name != Name::unknown)
                return false;
            entry = {words.front, words.back, kNames[i].size(), static_cast<Name>(i)};
        }
        return true;
    }

    std::uint64_t m_multiplier = 0x9e3779b97f4a7c15;
    std::array<Entry, std::size_t{1} << (64 - kShift)> m_entries{};
};

inline constexpr NameTable kNameTable;

} // namespace ingest::wire
