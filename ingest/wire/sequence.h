// SPDX-License-Identifier: GPL-3.0-or-later
// Reads sequence numbers: decimal digits alone, leading zeros allowed. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ingest::wire {

// False, and any number, where the text is empty, holds anything but digits, or is beyond 64 bits.
// (No optional: made in parts and read as a whole it waits for the memory.)
[[nodiscard]] bool readSequence(std::string_view text, std::uint64_t &sequence);

// The same; empty where that is false.
[[nodiscard]] inline std::optional<std::uint64_t> parseSequence(std::string_view text)
{
    std::uint64_t sequence = 0;
    return readSequence(text, sequence) ? std::optional(sequence) : std::nullopt;
}

} // namespace ingest::wire
