// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/time_reader.h"

namespace ingest::wire {

bool TimeReader::read(ValueKind kind, std::string_view text, Timestamp &time)
{
    if (kind == ValueKind::string && m_rfc3339.read(text, time))
        return true;
    if (kind != ValueKind::string && kind != ValueKind::number)
        return false;
    const std::optional<Timestamp> sinceEpoch = parseEpoch(text);
    time = sinceEpoch.value_or(time);
    return sinceEpoch.has_value();
}

} // namespace ingest::wire
