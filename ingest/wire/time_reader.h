// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the time that a scalar holds, in any of the ways that the wire protocol knows. Remembers
// the last minute; one per user.
#pragma once

#include "ingest/wire/event.h"
#include "ingest/wire/timestamp.h"

namespace ingest::wire {

class TimeReader
{
public:
    // False, and any time, where there is none in it; for one that is read at once no optional, as
    // in Rfc3339Reader.
    [[nodiscard]] bool read(ValueKind kind, std::string_view text, Timestamp &time);
    [[nodiscard]] std::optional<Timestamp> read(ValueKind kind, std::string_view text)
    {
        Timestamp time{};
        return read(kind, text, time) ? std::optional(time) : std::nullopt;
    }

private:
    Rfc3339Reader m_rfc3339;
};

} // namespace ingest::wire
