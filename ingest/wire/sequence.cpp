// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/sequence.h"

#include <charconv>

namespace ingest::wire {

std::optional<std::uint64_t> parseSequence(std::string_view text)
{
    // Sequences come padded with zeros so that they sort as text.
    constexpr std::string_view kZeros = "00000000";
    while (text.size() > kZeros.size() && text.starts_with(kZeros))
        text.remove_prefix(kZeros.size());
    std::uint64_t value = 0;
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end)
        return std::nullopt;
    return value;
}

} // namespace ingest::wire
