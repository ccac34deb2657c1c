// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/frame_chunk.h"

#include <cstring>
#include <string_view>

namespace ingest::record {

namespace {

struct Header
{
    std::int64_t arrival;
    std::uint64_t parts;
    std::size_t endpoint; // bytes of each
    std::size_t topic;
    std::size_t payload;
    bool filtered;
    bool sequencePerType;
};

} // namespace

void FrameChunk::add(const wire::Frame &frame)
{
    const Timestamp arrival = frame.arrival.value_or(Timestamp{});
    const Header header{arrival.time_since_epoch().count(),
                        frame.parts,
                        frame.endpoint.size(),
                        frame.topic.size(),
                        frame.payload.size(),
                        frame.filtered,
                        frame.sequencePerType};
    m_bytes.append(reinterpret_cast<const char *>(&header), sizeof header);
    m_bytes.append(frame.endpoint).append(frame.topic).append(frame.payload);
    ++m_frames;
}

void FrameChunk::clear()
{
    m_bytes.clear();
    m_frames = 0;
}

void FrameChunk::each(const std::function<void(const wire::Frame &)> &take) const
{
    std::string_view rest = m_bytes;
    const auto next = [&rest](std::size_t size) {
        const std::string_view bytes = rest.substr(0, size);
        rest.remove_prefix(size);
        return bytes;
    };
    while (!rest.empty()) {
        Header header;
        std::memcpy(&header, next(sizeof header).data(), sizeof header);
        wire::Frame frame;
        frame.arrival = Timestamp{Nanoseconds{header.arrival}};
        frame.parts = static_cast<std::size_t>(header.parts);
        frame.endpoint = next(header.endpoint);
        frame.topic = next(header.topic);
        frame.payload = next(header.payload);
        frame.filtered = header.filtered;
        frame.sequencePerType = header.sequencePerType;
        take(frame);
    }
}

} // namespace ingest::record
