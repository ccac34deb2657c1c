// SPDX-License-Identifier: GPL-3.0-or-later
// The bucket boundaries of the latency histogram: 64 buckets an octave, 1 us to 2^41 us (25 days).
// Pure functions. Method: OpenTelemetry base-2 exponential histogram, scale 6; its bucket `index`
// (base^index, base^(index + 1)] with the unit 1 us is slot `index + 1` here.
#pragma once

#include <cstdint>

namespace ingest::metrics {

inline constexpr int kScale = 6;
inline constexpr int kSlotsPerOctave = 1 << kScale;
inline constexpr std::uint16_t kLastSlot = 41 * kSlotsPerOctave;

// The slot of a positive, finite value; under 1 us is slot 0, over 2^41 us the last.
[[nodiscard]] std::uint16_t slotOf(double milliseconds);

// The value with the smallest greatest relative error, 0.5415 %, for anything in the slot.
[[nodiscard]] double middleOf(std::uint16_t slot);

} // namespace ingest::metrics
