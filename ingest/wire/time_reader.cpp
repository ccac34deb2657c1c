// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/time_reader.h"

namespace ingest::wire {

// The common case is made in place and first: a result put together from several waits for its own
// stores, which took a thirtieth of the time of an event.
std::optional<Timestamp> TimeReader::read(ValueKind kind, std::string_view text)
{
    std::optional<Timestamp> time =
        kind == ValueKind::string ? m_rfc3339.read(text) : std::optional<Timestamp>();
    if (!time && (kind == ValueKind::string || kind == ValueKind::number))
        time = parseEpoch(text);
    return time;
}

} // namespace ingest::wire
