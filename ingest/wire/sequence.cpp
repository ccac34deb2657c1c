// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/sequence.h"

#include "ingest/wire/digits.h"

#include <charconv>
#include <cstring>

namespace ingest::wire {

bool readSequence(std::string_view text, std::uint64_t &sequence)
{
    // Sequences come padded with zeros so that they sort as text.
    constexpr std::string_view kZeros = "00000000";
    while (text.size() > 2 * kZeros.size() && text.starts_with(kZeros))
        text.remove_prefix(kZeros.size());
    if (text.size() > 8 && text.size() <= 16) {
        // Both ends of it at once; where they overlap, the front gives way.
        std::uint64_t front = 0;
        std::uint64_t back = 0;
        std::memcpy(&front, text.data(), 8);
        std::memcpy(&back, text.data() + text.size() - 8, 8);
        if (leadingDigits(front) != 8 || leadingDigits(back) != 8)
            return false;
        const auto inFront = static_cast<unsigned>(text.size() - 8);
        sequence = numberOf(front, inFront) * 100'000'000 + numberOf(back, 8);
        return true;
    }
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, sequence);
    return error == std::errc{} && stopped == end;
}

} // namespace ingest::wire
