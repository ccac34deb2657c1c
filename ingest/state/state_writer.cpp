// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/state/state_writer.h"

#include "ingest/metrics/large_pages.h"

#include <algorithm>

namespace ingest::state {

void StateWriter::makeRoom(std::size_t count)
{
    if (count <= m_bytes.capacity() - m_bytes.size())
        return;
    std::string larger;
    larger.reserve(std::max(m_bytes.capacity() * 2, m_bytes.size() + count));
    metrics::askForLargePages(larger);
    larger.append(m_bytes);
    m_bytes.swap(larger);
}

} // namespace ingest::state
