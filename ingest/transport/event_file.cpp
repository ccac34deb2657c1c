// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/transport/event_file.h"

#include <algorithm>
#include <cstring>

namespace ingest::transport {

namespace {

// Fits the second-level cache of most processors; long lines get the larger one.
constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr std::size_t kLongest = std::size_t{2} << 20;
constexpr std::size_t kBehind = 64;

} // namespace

EventFile::EventFile(const std::filesystem::path &file)
    : m_stream(ByteStream::open(file)), m_name(file.string()), m_buffer(kBlock + kBehind)
{
}

std::optional<wire::Frame> EventFile::next()
{
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    for (;;) {
        const std::size_t room = m_buffer.size() - kBehind - m_end;
        const std::size_t got = room > 0 ? m_stream->read(m_buffer.data() + m_end, room) : 0;
        const std::string_view fresh(m_buffer.data() + m_end, got);
        m_end += got;
        if (m_skipping) {
            const std::size_t feed = fresh.find('\n');
            if (feed == std::string_view::npos) {
                m_end = 0;
                if (got == 0)
                    return std::nullopt;
                continue;
            }
            m_skipping = false;
            m_end = fresh.size() - feed - 1;
            std::memmove(m_buffer.data(), fresh.data() + feed + 1, m_end);
            continue;
        }
        std::size_t length = m_end;
        if (got > 0) {
            const std::size_t feed = fresh.rfind('\n');
            if (feed == std::string_view::npos && m_end < kLongest) {
                if (m_end + kBehind >= m_buffer.size())
                    m_buffer.resize(std::min(m_buffer.size() * 2, kLongest + kBehind));
                continue;
            }
            m_skipping = feed == std::string_view::npos;
            length = m_skipping ? m_end : m_end - got + feed + 1;
        } else if (room == 0) {
            m_skipping = true;
        } else if (m_end == 0) {
            return std::nullopt;
        }
        wire::Frame frame;
        frame.payload = {m_buffer.data(), length};
        frame.readableBehind = m_buffer.size() - length;
        frame.endpoint = m_name;
        m_begin = length;
        return frame;
    }
}

} // namespace ingest::transport
