// SPDX-License-Identifier: GPL-3.0-or-later
// What one walk over an event's object found, before anything is made of it: views into the frame
// or the decoder's memory, reused from event to event.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/names.h"

#include <array>
#include <cstdint>
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
    static constexpr auto kNames = static_cast<std::size_t>(Name::unknown);
    // So many scalars can be kept: their places never move.
    static constexpr std::size_t kMaxScalars = kMaxUnknown + kNames;

    Level();
    void clear();

    // False where a member of that name came before, or there are too many. Takes every member,
    // scalar or not: the first of equal names wins, whatever it holds.
    bool admit(Name name, std::string_view key)
    {
        if (name == Name::unknown)
            return admitUnknown(key);
        const bool first = (m_seen & bitOf(name)) == 0;
        m_seen |= bitOf(name);
        return first;
    }

    // Keeps the scalar of an admitted member. A number out of range is no attribute, but its text
    // is there for the fields. The parts are stored one by one: an Attribute put together first and
    // then copied stalls on its own stores, a fifth of the whole decoder.
    void keep(Name name, std::string_view key, const Token &token)
    {
        std::vector<Attribute> &kept = token.inRange ? scalars : m_outOfRange;
        Attribute &scalar = kept.emplace_back();
        scalar.name = key;
        scalar.text = token.text;
        scalar.number = token.number;
        scalar.kind = token.kind;
        if (name != Name::unknown && token.kind != ValueKind::null) {
            m_known[static_cast<std::size_t>(name)] = &scalar;
            m_held |= bitOf(name);
        }
    }

    // The scalar of that name; null where it is absent, null or no scalar.
    [[nodiscard]] const Attribute *find(Name name) const
    {
        return (m_held & bitOf(name)) != 0 ? m_known[static_cast<std::size_t>(name)] : nullptr;
    }

    std::vector<Attribute> scalars; // but numbers out of range

    // `error` is an object or an array, and what an object of that name has for these members.
    bool errorIsContainer = false;
    Attribute errorCategory, errorType, errorMessage;

private:
    static constexpr std::uint64_t bitOf(Name name)
    {
        return std::uint64_t{1} << static_cast<unsigned>(name);
    }
    bool admitUnknown(std::string_view key)
    {
        const std::uint64_t bit = bloomOf(key);
        if (m_unknownCount == kMaxUnknown || ((m_unknownBloom & bit) != 0 && isKnown(key)))
            return false;
        m_unknownBloom |= bit;
        m_unknown[m_unknownCount++] = key;
        return true;
    }
    [[nodiscard]] bool isKnown(std::string_view key) const;

    // One bit of 64 for a key: two keys with different bits are different.
    static std::uint64_t bloomOf(std::string_view key)
    {
        if (key.empty())
            return 1;
        const auto first = static_cast<unsigned char>(key.front());
        const auto middle = static_cast<unsigned char>(key[key.size() / 2]);
        const auto last = static_cast<unsigned char>(key.back());
        return std::uint64_t{1} << ((key.size() * 7 + first * 5U + middle * 3U + last) & 63);
    }

    std::array<const Attribute *, kNames> m_known{};
    std::uint64_t m_seen = 0; // bit per Name: came before
    std::uint64_t m_held = 0; // bit per Name: m_known is valid
    std::vector<Attribute> m_outOfRange;
    std::array<std::string_view, kMaxUnknown> m_unknown;
    std::size_t m_unknownCount = 0;
    std::uint64_t m_unknownBloom = 0;
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
