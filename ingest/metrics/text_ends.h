// SPDX-License-Identifier: GPL-3.0-or-later
// Short texts as words, so that comparing two names takes a few instructions and no call. Pure.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ingest::metrics {

[[nodiscard]] inline std::uint64_t loadWord(const char *from)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

// The 1 to 7 bytes of a text, the rest zero. In pieces of a known length: a copy of any length is
// a call.
[[nodiscard]] inline std::uint64_t loadShort(const char *from, std::size_t length)
{
    if constexpr (std::endian::native == std::endian::little) {
        if (length >= 4) {
            std::uint32_t front = 0;
            std::uint32_t back = 0;
            std::memcpy(&front, from, sizeof front);
            std::memcpy(&back, from + length - 4, sizeof back);
            return front | std::uint64_t{back} << 8 * (length - 4);
        }
        const auto byte = [from](std::size_t i) {
            return std::uint64_t{static_cast<unsigned char>(from[i])} << 8 * i;
        };
        return byte(0) | byte(length / 2) | byte(length - 1);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, from, length);
    return word;
}

// The bytes of a text of 1 to 16 bytes, as two words: with its size they say all of it.
struct TextEnds
{
    std::uint64_t front = 0;
    std::uint64_t back = 0; // of more than 7 bytes; may overlap
    // In registers: what was just written as two words and is read as one waits for the memory.
    bool operator==(const TextEnds &other) const
    {
        return ((front ^ other.front) | (back ^ other.back)) == 0;
    }
};
inline constexpr std::size_t kMostEnds = 16;

[[nodiscard]] inline TextEnds endsOf(std::string_view text)
{
    if (text.size() < 8)
        return {loadShort(text.data(), text.size()), 0};
    return {loadWord(text.data()), loadWord(text.data() + text.size() - 8)};
}

// Whether they are equal, without a call where they are short, as most names are.
[[nodiscard]] inline bool isSameText(std::string_view one, std::string_view other)
{
    if (one.size() != other.size())
        return false;
    if (one.empty() || one.size() > kMostEnds)
        return one == other;
    return endsOf(one) == endsOf(other);
}

} // namespace ingest::metrics
