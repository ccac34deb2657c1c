// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/members.h"

#include <algorithm>

namespace ingest::wire {

void Level::clear()
{
    if (errorIsContainer) {
        errorCategory = errorType = errorMessage = Attribute{};
        errorIsContainer = false;
    }
    m_seen = 0;
    m_held = 0;
    m_unknownBloom = 0;
    m_count = 0;
    m_outOfRangeCount = 0;
    m_unknownCount = 0;
    m_hasNumbers = false;
}

bool Level::isUnknownSeen(std::string_view key) const
{
    const auto end = m_unknown.begin() + static_cast<std::ptrdiff_t>(m_unknownCount);
    return std::find(m_unknown.begin(), end, key) != end;
}

void Members::clear()
{
    top.clear();
    data.clear();
    hasData = false;
    pointedSeen = 0;
}

} // namespace ingest::wire
