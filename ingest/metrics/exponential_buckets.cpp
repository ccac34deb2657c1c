// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/exponential_buckets.h"

#include <array>
#include <bit>
#include <cmath>

namespace ingest::metrics {

namespace {

// The harmonic mean of the boundaries a < b: (m - a) / a = (b - m) / b.
double middleBetween(double lower, double upper)
{
    return 2.0 * lower * upper / (lower + upper);
}

struct Tables
{
    // 2^(k/64) for k = 0..64: the upper boundaries within an octave.
    std::array<double, kSlotsPerOctave + 1> boundaries{};
    // The middles of an octave's slots, in microseconds; k = 0 ends at 1.
    std::array<double, kSlotsPerOctave> middles{};
    // For the top 8 bits of a mantissa: the first boundary that can be at or above the value.
    std::array<std::uint8_t, 256> firstGuess{};

    Tables()
    {
        for (int k = 0; k <= kSlotsPerOctave; ++k)
            boundaries.at(static_cast<std::size_t>(k)) = std::exp2(k / double{kSlotsPerOctave});
        for (int k = 0; k < kSlotsPerOctave; ++k)
            middles.at(static_cast<std::size_t>(k)) =
                middleBetween(std::exp2((k - 1) / double{kSlotsPerOctave}),
                              boundaries.at(static_cast<std::size_t>(k)));
        for (std::size_t top = 0; top < firstGuess.size(); ++top) {
            const double mantissa = 1.0 + static_cast<double>(top) / 256.0;
            std::uint8_t k = 0;
            while (boundaries.at(k) < mantissa)
                ++k;
            firstGuess.at(top) = k;
        }
    }
};

const Tables kTables;

} // namespace

std::uint16_t slotOf(double milliseconds)
{
    const double microseconds = milliseconds * 1000.0;
    if (microseconds <= 1.0)
        return 0;
    const auto bits = std::bit_cast<std::uint64_t>(microseconds);
    const int octave = static_cast<int>(bits >> 52) - 1023;
    if (octave >= 41)
        return kLastSlot;
    const auto mantissa =
        std::bit_cast<double>((bits & 0x000fffffffffffffull) | 0x3ff0000000000000ull);
    // Boundaries lie so far apart that the guess is at most one too low; no branch, as nobody could
    // foresee it.
    const int k = kTables.firstGuess[(bits >> 44) & 0xff];
    const int above = kTables.boundaries[static_cast<std::size_t>(k)] < mantissa ? 1 : 0;
    return static_cast<std::uint16_t>(octave * kSlotsPerOctave + k + above);
}

// An octave up doubles every boundary, and so the middle.
double middleOf(std::uint16_t slot)
{
    return std::ldexp(kTables.middles[slot % kSlotsPerOctave], slot / kSlotsPerOctave) / 1000.0;
}

} // namespace ingest::metrics
