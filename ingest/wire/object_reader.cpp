// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/object_reader.h"

#include "ingest/wire/event_sink.h"

namespace ingest::wire {

namespace {

constexpr std::size_t kExcerptBytes = 1024;

} // namespace

ObjectReader::ObjectReader(const FieldPlaces &places)
    : m_paths(places), m_walk(m_paths, m_members), m_builder(m_paths, m_members)
{
}

void ObjectReader::decode(const Frame &frame, std::string_view text, EventSink &sink)
{
    const std::optional<Reason> reason = read(text);
    if (deliver(frame, text, reason, sink))
        m_predictor.learn(text, m_builder.fields(), m_builder.event());
}

std::size_t ObjectReader::readKnown(const Frame &frame, std::string_view text)
{
    const std::size_t bytes = m_predictor.read(frame, text);
    return bytes <= kMaxBytes ? bytes : 0;
}

void ObjectReader::deliverKnown(EventSink &sink)
{
    sink.accept(m_predictor.take());
}

std::optional<Reason> ObjectReader::read(std::string_view text)
{
    m_members.clear();
    if (text.size() > kMaxBytes)
        return Reason::tooLarge;
    std::optional<Reason> reason = Reason::notJson;
    if (!text.empty() && m_index.build(text))
        reason = readIndexed(text);
    // One reason for bytes that are no text, wherever in the object they are.
    else if (!isUtf8(text))
        reason = Reason::notUtf8;
    return reason;
}

std::optional<Reason> ObjectReader::readIndexed(std::string_view text)
{
    m_walk.begin(text, m_index.positions());
    const bool object = cursor().peek() == '{';
    const std::optional<Reason> reason = object ? m_walk.walkObject() : m_walk.skipValue();
    if (reason)
        return reason;
    if (!cursor().atEnd())
        return Reason::notJson;
    return object ? std::nullopt : std::optional(Reason::notObject);
}

bool ObjectReader::isBroken(std::string_view text)
{
    const std::optional<Reason> reason = read(text);
    return reason == Reason::notJson || reason == Reason::tooDeep;
}

bool ObjectReader::beginPacked(std::string_view text)
{
    if (text.size() > kMaxBytes || !m_index.build(text))
        return false;
    m_walk.begin(text, m_index.positions());
    return true;
}

bool ObjectReader::readNext()
{
    m_members.clear();
    return cursor().peek() == '{' && !m_walk.walkObject();
}

void ObjectReader::deliverNext(const Frame &frame, std::string_view text, EventSink &sink)
{
    deliver(frame, text, std::nullopt, sink);
}

void ObjectReader::reject(const Frame &frame, std::string_view text, Reason reason, EventSink &sink)
{
    m_members.clear();
    deliver(frame, text, reason, sink);
}

bool ObjectReader::deliver(const Frame &frame, std::string_view text, std::optional<Reason> reason,
                           EventSink &sink)
{
    if (!reason)
        reason = m_builder.build(frame, text);
    if (!reason) {
        sink.accept(m_builder.event());
        return true;
    }
    Rejection rejection = m_builder.rejection(frame, *reason);
    rejection.excerpt = text.substr(0, kExcerptBytes);
    sink.reject(rejection);
    return false;
}

} // namespace ingest::wire
