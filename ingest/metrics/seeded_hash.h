// SPDX-License-Identifier: GPL-3.0-or-later
// The hash of every table that strangers feed: keyed, so that nobody outside can choose keys that
// collide. 64 bits, good in all of them. Never part of a result.
// Method: multiply and fold 128-bit products, after wyhash by Wang Yi (public domain).
#pragma once

#include "ingest/metrics/text_ends.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ingest::metrics {

[[nodiscard]] std::uint64_t seededHash(std::string_view bytes, std::uint64_t seed);

// The same hash of bytes that come piece by piece.
class PiecewiseHash
{
public:
    explicit PiecewiseHash(std::uint64_t seed);
    void add(std::string_view bytes);
    [[nodiscard]] std::uint64_t value() const;

private:
    std::uint64_t m_state;
    std::size_t m_size = 0;
    std::array<char, kMostEnds> m_last{}; // what may be the end
    std::size_t m_lastSize = 0;
};

// Mixes two hashes into one; the order matters.
[[nodiscard]] inline std::uint64_t combineHashes(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a ^ 0xa0761d6478bd642full) * (b ^ 0xe7037ed1a0b428dbull);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// A seed nobody can guess, another each time.
[[nodiscard]] std::uint64_t freshSeed();

} // namespace ingest::metrics
