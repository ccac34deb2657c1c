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

// A scalar as written. `inRange` is false for a number that no double can hold.
struct Scalar
{
    std::string_view text;
    double number = 0;
    ValueKind kind = ValueKind::null;
    bool inRange = true;
};

// The members of one object: those with known names by name, and all scalars in order.
class Level
{
public:
    // Further members of names that are not known are validated, not kept.
    static constexpr std::size_t kMaxUnknown = 128;

    void clear();

    // False where a member of that name came before, or there are too many. Takes every member,
    // scalar or not: the first of equal names wins, whatever it holds.
    bool admit(Name name, std::string_view key);
    // Keeps the scalar of an admitted member.
    void keep(Name name, std::string_view key, const Scalar &scalar);

    // The scalar of that name; null where it is absent, null or no scalar.
    [[nodiscard]] const Scalar *find(Name name) const
    {
        return (m_held >> static_cast<unsigned>(name) & 1) != 0
                   ? &m_known[static_cast<std::size_t>(name)]
                   : nullptr;
    }

    std::vector<Attribute> scalars; // but numbers out of range
    std::vector<Attribute> numbers; // those of the scalars that are numbers

    // `error` is an object or an array, and what an object of that name has for these members.
    bool errorIsContainer = false;
    Scalar errorCategory, errorType, errorMessage;

private:
    bool admitUnknown(std::string_view key);

    std::array<Scalar, static_cast<std::size_t>(Name::unknown)> m_known;
    std::uint64_t m_seen = 0; // bit per Name: came before
    std::uint64_t m_held = 0; // bit per Name: a scalar other than null is in m_known
    std::vector<std::string_view> m_unknown;
    std::uint64_t m_unknownBloom = 0;
};

struct Members
{
    Level top;
    Level data;
    bool hasData = false;           // `data` is an object
    std::array<Scalar, 64> pointed; // by index in PointerPaths
    std::uint64_t pointedSeen = 0;

    void clear();
};

} // namespace ingest::wire
