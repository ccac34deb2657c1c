// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/seeded_hash.h"

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

} // namespace

std::uint64_t seededHash(std::string_view bytes, std::uint64_t seed)
{
    const char *at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t state = seed ^ kFirst;
    while (left > 16) {
        state = fold(loadWord(at) ^ kSecond, loadWord(at + 8) ^ state);
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
