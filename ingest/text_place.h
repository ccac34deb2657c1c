// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text lies within another one that it may be a view of. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ingest {

// The offset of `part` in `whole`; empty where any of it lies elsewhere.
[[nodiscard]] inline std::optional<std::size_t> placeIn(std::string_view whole,
                                                        std::string_view part)
{
    const auto begin = reinterpret_cast<std::uintptr_t>(whole.data());
    const auto at = reinterpret_cast<std::uintptr_t>(part.data());
    if (at < begin || at + part.size() > begin + whole.size())
        return std::nullopt;
    return at - begin;
}

} // namespace ingest
