// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what strangers call things short: memory for names is a cap's count times kNameBytes,
// whatever arrives. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ingest::metrics {

inline constexpr std::size_t kNameBytes = 256;

// `name` itself up to kNameBytes, else its beginning, an ellipsis and a hash of all of it, written
// to `buffer`: names that differ still differ. Bounding twice changes nothing.
[[nodiscard]] std::string_view shortenedName(std::string_view name, std::string &buffer);

[[nodiscard]] inline std::string_view boundedName(std::string_view name, std::string &buffer)
{
    return name.size() <= kNameBytes ? name : shortenedName(name, buffer);
}

// The beginning of UTF-8 text, at most so many bytes, without a part of a character at its end.
[[nodiscard]] std::string_view wholeCharacters(std::string_view text, std::size_t bytes);

} // namespace ingest::metrics
