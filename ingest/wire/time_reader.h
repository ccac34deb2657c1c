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
    // Empty where there is no time in it.
    [[nodiscard]] std::optional<Timestamp> read(ValueKind kind, std::string_view text);

private:
    Rfc3339Reader m_rfc3339;
};

} // namespace ingest::wire
