// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_stream.h"

#include <utility>

namespace ingest::record {

namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

} // namespace

bool LineStream::refill()
{
    m_buffer.erase(0, m_begin);
    m_begin = 0;
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + kBlock);
    m_buffer.resize(before + m_stream->read(m_buffer.data() + before, kBlock));
    return m_buffer.size() > before;
}

std::optional<std::string_view> LineStream::next()
{
    for (;;) {
        const std::size_t feed = m_buffer.find('\n', m_begin + m_looked);
        if (feed != std::string::npos) {
            const std::string_view line(m_buffer.data() + m_begin, feed - m_begin);
            m_begin = feed + 1;
            m_looked = 0;
            if (!std::exchange(m_skipping, false))
                return line;
            continue;
        }
        m_looked = m_buffer.size() - m_begin;
        if (m_looked > kLongest && !m_skipping) {
            m_skipping = true;
            ++m_tooLong;
        }
        if (m_skipping) {
            m_begin = m_buffer.size();
            m_looked = 0;
        }
        if (!refill()) {
            m_torn = m_torn || m_looked > 0;
            return std::nullopt;
        }
    }
}

} // namespace ingest::record
