// SPDX-License-Identifier: GPL-3.0-or-later
// The hash of every table that strangers feed: keyed, so that nobody outside can choose keys that
// collide. 64 bits, good in all of them. Never part of a result.
// Method: multiply and fold 128-bit products, after wyhash by Wang Yi (public domain).
#pragma once

#include <cstdint>
#include <string_view>

namespace ingest::metrics {

[[nodiscard]] std::uint64_t seededHash(std::string_view bytes, std::uint64_t seed);

// Mixes two hashes into one; the order matters.
[[nodiscard]] std::uint64_t combineHashes(std::uint64_t a, std::uint64_t b);

} // namespace ingest::metrics
