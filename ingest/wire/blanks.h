// SPDX-License-Identifier: GPL-3.0-or-later
// White space as JSON knows it. Pure.
#pragma once

#include <string_view>

namespace ingest::wire {

[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

[[nodiscard]] constexpr std::string_view trimmedFront(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    return text;
}

// Without the white space at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text)
{
    text = trimmedFront(text);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace ingest::wire
