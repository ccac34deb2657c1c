// SPDX-License-Identifier: GPL-3.0-or-later
// What one walk over an event's object found, before anything is made of it: views into the
// decoder's memory, reused from event to event.
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
struct Level
{
    static constexpr std::size_t kMaxScalars = 128; // further members are validated, not kept

    std::array<Scalar, static_cast<std::size_t>(Name::unknown)> known;
    std::uint64_t seen = 0; // bit per Name
    std::vector<Attribute> scalars;
    // The members `category`, `type` and `message` of an object named `error`.
    Scalar errorCategory, errorType, errorMessage;
    bool errorIsObject = false;

    void clear();
    // The scalar of that name; null where it is absent, null or no scalar.
    [[nodiscard]] const Scalar *find(Name name) const;
    // False where a member of that name came before.
    bool admit(Name name);
    // Keeps a scalar unless one of the same name came before or the level is full.
    void keep(std::string_view name, const Scalar &scalar);
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
