// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_stream.h"

#include <algorithm>
#include <utility>

namespace ingest::record {

bool LineStream::hasLine()
{
    m_looked = std::min(m_rest.find('\n', m_looked), m_rest.size());
    return m_looked < m_rest.size();
}

bool LineStream::takeBlock()
{
    if (std::exchange(m_completed, false))
        m_begun.clear();
    if (!m_skipping)
        m_begun.append(m_rest);
    if (m_begun.size() > kLongest) {
        m_skipping = true;
        ++m_tooLong;
        m_begun.clear();
    }
    m_looked = 0;
    m_rest = m_stream->next(m_room);
    return !m_rest.empty();
}

std::optional<std::string_view> LineStream::next()
{
    for (;;) {
        while (!hasLine())
            if (!takeBlock()) {
                m_torn = m_torn || !m_begun.empty();
                return std::nullopt;
            }
        const std::string_view line = m_rest.substr(0, m_looked);
        takeReady();
        if (std::exchange(m_skipping, false))
            continue;
        if (m_begun.empty() || m_completed)
            return line;
        m_completed = true;
        return m_begun.append(line);
    }
}

} // namespace ingest::record
