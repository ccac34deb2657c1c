// SPDX-License-Identifier: GPL-3.0-or-later
// The configured JSON Pointers (RFC 6901), compiled so that one walk over an event finds them all.
// Immutable after construction.
#pragma once

#include "ingest/wire/field_places.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ingest::wire {

enum class Field : std::uint8_t {
    type,
    time,
    source,
    id,
    sequence,
    epoch,
    journey,
    category,
    message,
    amount,
    currency,
    extra
};

class PointerPaths
{
public:
    static constexpr std::size_t kMax = 64; // a configuration with more is refused

    explicit PointerPaths(const FieldPlaces &places);

    // Bit i: pointer i may still match. Start with all(), then step into a member or element.
    using Mask = std::uint64_t;
    [[nodiscard]] Mask all() const { return m_all; }
    // Of the pointers in `mask`, those whose token at `depth` (0 for the root's members) is
    // `token`.
    [[nodiscard]] Mask step(Mask mask, std::size_t depth, std::string_view token) const;
    // Of the pointers in `mask`, those that end after `depth` tokens.
    [[nodiscard]] Mask ending(Mask mask, std::size_t depth) const;

    // The pointers configured for a field, in order.
    [[nodiscard]] std::span<const std::size_t> of(Field field) const
    {
        return m_byField[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] std::string_view text(std::size_t index) const { return m_paths[index].text; }

private:
    struct Path
    {
        std::string text;
        std::vector<std::string> tokens;
    };

    static constexpr auto kFields = static_cast<std::size_t>(Field::extra) + 1;

    void add(Field field, const std::vector<std::string> &pointers);

    std::vector<Path> m_paths;
    std::array<std::vector<std::size_t>, kFields> m_byField;
    Mask m_all = 0;
};

} // namespace ingest::wire
