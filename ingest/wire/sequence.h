// SPDX-License-Identifier: GPL-3.0-or-later
// Reads sequence numbers: decimal digits alone, leading zeros allowed. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ingest::wire {

// Empty where the text is empty, holds anything but digits, or is beyond 64 bits.
[[nodiscard]] std::optional<std::uint64_t> parseSequence(std::string_view text);

} // namespace ingest::wire
