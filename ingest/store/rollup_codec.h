// SPDX-License-Identifier: GPL-3.0-or-later
// How the two columns of bytes are written. Pure functions.
#pragma once

#include "ingest/rollup.h"

#include <string>
#include <string_view>
#include <vector>

namespace ingest::store {

// 00 FF, then for each slot two numbers of seven bits a byte, lowest first, the eighth set where
// more follow: how far it is from the slot before, and its count.
[[nodiscard]] std::string encodeHistogram(const std::vector<SlotCount> &histogram);
// Takes the form before as well: pairs of slot (2 bytes) and count (8 bytes). What is neither is
// read as far as it makes sense.
[[nodiscard]] std::vector<SlotCount> decodeHistogram(std::string_view bytes);

// Few registers: 53, then index (2 bytes, lowest first) and rank of each that is not zero. Else 44,
// and all 4,096.
[[nodiscard]] std::string encodeUniques(const std::vector<std::uint8_t> &registers);
[[nodiscard]] std::vector<std::uint8_t> decodeUniques(std::string_view bytes);

} // namespace ingest::store
