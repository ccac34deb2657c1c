// SPDX-License-Identifier: GPL-3.0-or-later
// What lines with a message have in common before their event: all but the time and the topic. Such
// a line is compared with the one before instead of read. Owned by one thread.
#pragma once

#include "ingest/wire/frame.h"
#include "ingest/wire/timestamp.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace ingest::record {

class LineShape
{
public:
    // The shape of a line that says `frame`, with its event from there on. False where a text of
    // the frame does not lie in the line as it is: then there is no shape.
    bool learn(std::string_view line, std::size_t eventAt, const wire::Frame &frame);

    // Fills the frame with what a line of this shape says, in views into it. False for another one.
    [[nodiscard]] bool read(std::string_view line, wire::Frame &frame)
    {
        if (m_before.empty() || line.empty() || line.back() != '}')
            return false;
        if ((line.size() <= m_before.size() || !line.starts_with(m_before)) && !goesOnIn(line))
            return false;
        frame.topic = line.substr(m_topicAt, m_topicBytes);
        frame.payload = line.substr(m_before.size(), line.size() - 1 - m_before.size());
        frame.readableBehind = 0;
        frame.parts = m_frame.parts;
        frame.endpoint = line.substr(m_endpointAt, m_endpointBytes);
        frame.arrival = m_frame.arrival;
        frame.filtered = m_frame.filtered;
        frame.sequencePerType = m_frame.sequencePerType;
        return true;
    }

private:
    [[nodiscard]] bool goesOnIn(std::string_view line);
    [[nodiscard]] bool readTime(std::string_view line, Timestamp &at);
    [[nodiscard]] std::size_t topicBytesIn(std::string_view line) const;

    std::string m_before; // the event of the last line of this shape; empty: there is no shape
    std::size_t m_timeBytes = 0; // of the time it begins with
    std::size_t m_endpointAt = 0;
    std::size_t m_endpointBytes = 0;
    std::size_t m_topicAt = 0;
    std::size_t m_topicBytes = 0;
    wire::Frame m_frame; // what that line said, but for its texts
    wire::Rfc3339Reader m_times;
};

} // namespace ingest::record
