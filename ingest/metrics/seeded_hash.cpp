// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/seeded_hash.h"

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

// The last 1 to 7 bytes, the rest zero.
std::uint64_t loadTail(const char *from, std::size_t length)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, length);
    return word;
}

} // namespace

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
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    if (left >= 8) {
        a = load8(at);
        b = load8(at + left - 8);
    } else if (left > 0) {
        a = loadTail(at, left);
    }
    return fold(kSecond ^ bytes.size(), fold(a ^ kSecond, b ^ state));
}

std::uint64_t freshSeed()
{
    std::random_device random;
    return std::uint64_t{random()} << 32 | random();
}

} // namespace ingest::metrics
