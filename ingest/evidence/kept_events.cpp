// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/evidence/kept_events.h"

#include <algorithm>

namespace ingest::evidence {

std::size_t KeptEvents::size() const
{
    std::size_t size = 0;
    for (const Part &part : m_parts)
        size += part.chunk.expired() ? 0 : part.size;
    return size;
}

Timestamp KeptEvents::wholeSince() const
{
    Timestamp gone = m_gone;
    for (const Part &part : m_parts)
        if (part.chunk.expired())
            gone = std::max(gone, part.latest);
    return gone;
}

} // namespace ingest::evidence
