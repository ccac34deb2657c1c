// SPDX-License-Identifier: GPL-3.0-or-later
// Which filters of a signal an event passed. Plain values.
#pragma once

#include <cstdint>

namespace ingest::metrics {

// Ratios: bit 0 good, bit 1 bad. Funnels: bit k is step k. Other kinds: bit 0.
using MatchMask = std::uint32_t;

inline constexpr MatchMask kMatched = 1;
inline constexpr MatchMask kGood = 1;
inline constexpr MatchMask kBad = 2;

} // namespace ingest::metrics
