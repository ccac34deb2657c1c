// SPDX-License-Identifier: GPL-3.0-or-later
// What an event is to a funnel: which steps it matches, which value a chain starting there belongs
// to. Plain values; any thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ingest::metrics {

// Bit k: the event matches step k, counted from 0.
using StepMask = std::uint32_t;

inline constexpr std::size_t kMaxFunnelSteps = 16;

// A value id that says the event does not have the attribute.
inline constexpr std::uint32_t kNoValue = 0xfffffffeu;

} // namespace ingest::metrics
