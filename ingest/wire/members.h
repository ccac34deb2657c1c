// SPDX-License-Identifier: GPL-3.0-or-later
// What one walk over an event's object found, before anything is made of it: views into the frame
// or the decoder's memory, reused from event to event.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/name_table.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ingest::wire {

// A scalar value as it was read. `inRange` is false for a number that no double can hold.
struct Token
{
    std::string_view text;
    double number = 0;
    ValueKind kind = ValueKind::string;
    bool inRange = true;
};

// The members of one object: those with known names by name, and all scalars in order.
class Level
{
public:
    // Further members of names that are not known are validated, not kept.
    static constexpr std::size_t kMaxUnknown = 128;
    // So many scalars can be kept.
    static constexpr std::size_t kMaxScalars = kMaxUnknown + kNameCount;

    Level() : m_scalars(kMaxScalars), m_outOfRange(kMaxScalars) {}
    void clear();

    // False where a member of that name came before, or there are too many. Takes every member,
    // scalar or not: the first of equal names wins, whatever it holds.
    bool admit(const NameTable::Found &found, std::string_view key)
    {
        const std::uint64_t bit = bitOf(found.name);
        if (found.name != Name::unknown) {
            const bool first = (m_seen & bit) == 0;
            m_seen |= bit;
            return first;
        }
        if (m_unknownCount == kMaxUnknown ||
            ((m_unknownBloom & found.bloom) != 0 && isUnknownSeen(key)))
            return false;
        m_unknownBloom |= found.bloom;
        m_unknown[m_unknownCount++] = key;
        return true;
    }

    // Keep the scalar of an admitted member. A number out of range is no attribute, but its text
    // is there for the fields. Stored part by part: an Attribute put together elsewhere and copied
    // here stalls on its own stores, which took a fifth of the decoder's time.
    void keep(Name name, std::string_view key, const Token &token)
    {
        Attribute &scalar =
            token.inRange ? m_scalars[m_count++] : m_outOfRange[m_outOfRangeCount++];
        scalar.name = key;
        scalar.text = token.text;
        scalar.number = token.number;
        scalar.kind = token.kind;
        m_hasNumbers = m_hasNumbers || token.kind == ValueKind::number;
        if (token.kind != ValueKind::null)
            hold(name, scalar);
    }
    void keepText(Name name, std::string_view key, std::string_view text)
    {
        Attribute &scalar = m_scalars[m_count++];
        scalar.name = key;
        scalar.text = text;
        scalar.kind = ValueKind::string;
        hold(name, scalar);
    }

    // The scalar of that name; null where it is absent, null or no scalar.
    [[nodiscard]] const Attribute *find(Name name) const
    {
        return (m_held & bitOf(name)) != 0 ? m_known[static_cast<std::size_t>(name)] : nullptr;
    }

    // All scalars but numbers out of range.
    [[nodiscard]] std::span<const Attribute> scalars() const { return {m_scalars.data(), m_count}; }
    [[nodiscard]] bool hasNumbers() const { return m_hasNumbers; }

    // `error` is an object or an array, and what an object of that name has for these members.
    bool errorIsContainer = false;
    Attribute errorCategory, errorType, errorMessage;

private:
    static constexpr std::uint64_t bitOf(Name name)
    {
        return std::uint64_t{1} << static_cast<unsigned>(name);
    }
    [[nodiscard]] bool isUnknownSeen(std::string_view key) const;
    // Also for the unknown, which nobody looks for: no branch.
    void hold(Name name, const Attribute &scalar)
    {
        m_known[static_cast<std::size_t>(name)] = &scalar;
        m_held |= bitOf(name);
    }

    std::uint64_t m_seen = 0; // bit per Name: came before
    std::uint64_t m_held = 0; // bit per Name: m_known is valid
    std::uint64_t m_unknownBloom = 0;
    std::size_t m_count = 0;
    std::size_t m_outOfRangeCount = 0;
    std::size_t m_unknownCount = 0;
    bool m_hasNumbers = false;
    std::vector<Attribute> m_scalars;
    std::vector<Attribute> m_outOfRange;
    std::array<const Attribute *, kNameCount + 1> m_known{};
    std::array<std::string_view, kMaxUnknown> m_unknown;
};

struct Members
{
    Level top;
    Level data;
    bool hasData = false;              // `data` is an object
    std::array<Attribute, 64> pointed; // by index in PointerPaths
    std::uint64_t pointedSeen = 0;
    std::uint64_t pointedInRange = 0; // of the numbers among them

    void clear();
};

} // namespace ingest::wire
