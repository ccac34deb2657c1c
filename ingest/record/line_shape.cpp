// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_shape.h"

#include "ingest/text_place.h"

namespace ingest::record {

namespace {

// How a line begins, as it is written.
constexpr std::string_view kBeforeTime = R"({"at":")";
constexpr std::size_t kTimeAt = kBeforeTime.size();

} // namespace

bool LineShape::learn(std::string_view line, std::size_t eventAt, const wire::Frame &frame)
{
    const std::string_view before = line.substr(0, eventAt);
    const auto endpointAt = frame.endpoint.empty() ? 0 : placeIn(before, frame.endpoint);
    const auto topicAt = frame.topic.empty() ? before.size() : placeIn(before, frame.topic);
    // Another time behind the first would be the one that counts, and a topic of another length
    // moves what is behind it.
    if (!endpointAt || !topicAt || !before.starts_with(kBeforeTime) ||
        before.find("\"at\"", kTimeAt) != before.npos || *topicAt < *endpointAt)
        return false;
    m_before = before;
    m_timeBytes = before.find('"', kTimeAt) - kTimeAt;
    m_endpointAt = *endpointAt;
    m_endpointBytes = frame.endpoint.size();
    m_topicAt = *topicAt;
    m_topicBytes = frame.topic.size();
    m_frame = frame;
    return true;
}

// Takes over the time and the topic of a line that differs in them.
bool LineShape::goesOnIn(std::string_view line)
{
    const std::string_view before = m_before;
    const std::size_t behindTime = kTimeAt + m_timeBytes;
    const std::size_t topicBytes = topicBytesIn(line);
    const std::string_view behindTopic = before.substr(m_topicAt + m_topicBytes);
    if (line.size() <= m_topicAt + topicBytes + behindTopic.size() ||
        line.substr(behindTime, m_topicAt - behindTime) !=
            before.substr(behindTime, m_topicAt - behindTime) ||
        !line.substr(m_topicAt + topicBytes).starts_with(behindTopic))
        return false;
    Timestamp at{};
    if (!readTime(line, at))
        return false;
    m_frame.arrival = at;
    m_before.assign(line.substr(0, m_topicAt + topicBytes + behindTopic.size()));
    m_topicBytes = topicBytes;
    return true;
}

bool LineShape::readTime(std::string_view line, Timestamp &at)
{
    return line.starts_with(kBeforeTime) && m_times.read(line.substr(kTimeAt, m_timeBytes), at);
}

std::size_t LineShape::topicBytesIn(std::string_view line) const
{
    if (m_topicBytes == 0 || line.size() <= m_topicAt)
        return 0;
    const std::size_t end = line.find('"', m_topicAt);
    const std::string_view topic = line.substr(m_topicAt, end - m_topicAt);
    // One with an escape is none as it lies there: then nothing fits behind it.
    return end == line.npos || topic.find('\\') != topic.npos ? 0 : topic.size();
}

} // namespace ingest::record
