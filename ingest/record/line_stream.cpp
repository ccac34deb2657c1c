// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_stream.h"

#include <cstring>
#include <utility>

namespace ingest::record {

namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

} // namespace

// Room that is there already is not cleared again.
bool LineStream::refill()
{
    m_end -= m_begin;
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end);
    m_begin = 0;
    if (m_buffer.size() < m_end + kBlock)
        m_buffer.resize(m_end + kBlock);
    const std::size_t got = m_stream->read(m_buffer.data() + m_end, kBlock);
    m_end += got;
    return got > 0;
}

std::optional<std::string_view> LineStream::next()
{
    for (;;) {
        const std::string_view text(m_buffer.data(), m_end);
        const std::size_t feed = text.find('\n', m_begin + m_looked);
        if (feed != std::string_view::npos) {
            const std::string_view line = text.substr(m_begin, feed - m_begin);
            m_begin = feed + 1;
            m_looked = 0;
            if (!std::exchange(m_skipping, false))
                return line;
            continue;
        }
        m_looked = m_end - m_begin;
        if (m_looked > kLongest && !m_skipping) {
            m_skipping = true;
            ++m_tooLong;
        }
        if (m_skipping) {
            m_begin = m_end;
            m_looked = 0;
        }
        if (!refill()) {
            m_torn = m_torn || m_looked > 0;
            return std::nullopt;
        }
    }
}

} // namespace ingest::record
