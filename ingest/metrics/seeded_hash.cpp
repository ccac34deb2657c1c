// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/seeded_hash.h"

#include <bit>
#include <cstring>
#include <random>

namespace ingest::metrics {

namespace {

constexpr std::uint64_t kFirst = 0xa0761d6478bd642full;
constexpr std::uint64_t kSecond = 0xe7037ed1a0b428dbull;

std::uint64_t fold(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t load8(const char *from)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

// The last 1 to 7 bytes, the rest zero. In pieces of a known length: a copy of any length is a
// call.
std::uint64_t loadTail(const char *from, std::size_t length)
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

} // namespace

TextEnds endsOf(std::string_view text)
{
    if (text.size() < 8)
        return {loadTail(text.data(), text.size()), 0};
    return {load8(text.data()), load8(text.data() + text.size() - 8)};
}

std::uint64_t seededHash(std::string_view bytes, std::uint64_t seed)
{
    const char *at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t state = seed ^ kFirst;
    while (left > 16) {
        state = fold(load8(at) ^ kSecond, load8(at + 8) ^ state);
        at += 16;
        left -= 16;
    }
    const auto [front, back] = left > 0 ? endsOf({at, left}) : TextEnds{};
    return fold(kSecond ^ bytes.size(), fold(front ^ kSecond, back ^ state));
}

std::uint64_t freshSeed()
{
    std::random_device random;
    return std::uint64_t{random()} << 32 | random();
}

} // namespace ingest::metrics
