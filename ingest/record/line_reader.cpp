// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_reader.h"

#include "ingest/record/base64.h"
#include "ingest/record/line_writer.h"
#include "ingest/wire/timestamp.h"
#include "ingest/wire/unescape.h"

#include <algorithm>
#include <charconv>

namespace ingest::record {

namespace {

constexpr std::size_t kEndpoint = 0;
constexpr std::size_t kTopic = 1;
constexpr std::size_t kPayload = 2;
constexpr std::size_t kOther = 3;

} // namespace

std::variant<Entry, LineFault> LineReader::read(std::string_view line)
{
    wire::Frame like;
    if (readLikeOneBefore(line, like))
        return like;
    m_line = line;
    m_at = 0;
    m_eventAt = 0;
    Members members;
    if (!take('{'))
        return LineFault::notAnEntry;
    do {
        std::string_view name;
        if (!rawString(name) || !take(':'))
            return LineFault::notAnEntry;
        if (name == "event") { // always the last: up to the line's own last bracket
            const std::size_t end = m_line.rfind('}');
            if (end == std::string_view::npos || end < m_at)
                return LineFault::notAnEntry;
            members.payload = m_line.substr(m_at, end - m_at);
            m_eventAt = m_at;
            m_at = end;
        } else if (const auto fault = member(name, members)) {
            return *fault;
        }
    } while (take(','));
    if (!take('}') || m_line.find_first_not_of(" \t\r", m_at) != std::string_view::npos)
        return LineFault::notAnEntry;
    std::variant<Entry, LineFault> entry = entryOf(members);
    if (const auto *read = std::get_if<Entry>(&entry); read != nullptr && m_eventAt != 0)
        if (const auto *frame = std::get_if<wire::Frame>(read))
            remember(*frame);
    return entry;
}

bool LineReader::readLikeOneBefore(std::string_view line, wire::Frame &frame)
{
    if (m_shapes[m_shape].read(line, frame))
        return true;
    for (std::size_t i = 0; i < kShapes; ++i)
        if (i != m_shape && m_shapes[i].read(line, frame)) {
            m_shape = i;
            return true;
        }
    return false;
}

void LineReader::remember(const wire::Frame &frame)
{
    if (!m_shapes[m_oldest].learn(m_line, m_eventAt, frame))
        return;
    m_shape = m_oldest;
    m_oldest = (m_oldest + 1) % kShapes;
}

std::variant<Entry, LineFault> LineReader::entryOf(const Members &members)
{
    if (members.isHead) {
        if (!members.version || !members.started || !members.part)
            return LineFault::notAnEntry;
        if (*members.version > LineWriter::kVersion)
            return LineFault::newerVersion;
        return SegmentHead{*members.started, *members.part};
    }
    if (!members.at)
        return LineFault::notAnEntry;
    if (members.missing)
        return Missing{*members.at, *members.missing};
    if (!members.payload)
        return Tick{*members.at};
    wire::Frame frame = members.frame;
    frame.arrival = members.at;
    frame.payload = *members.payload;
    return frame;
}

std::optional<LineFault> LineReader::member(std::string_view name, Members &members)
{
    if (name == "at")
        return time(members.at);
    if (name == "started")
        return time(members.started);
    if (name == "part")
        return count(members.part);
    if (name == "version")
        return count(members.version);
    if (name == "missing")
        return count(members.missing);
    if (name == "filtered")
        return flag(members.frame.filtered);
    if (name == "perType")
        return flag(members.frame.sequencePerType);
    if (name == "parts") {
        std::optional<std::uint64_t> parts;
        const auto fault = count(parts);
        members.frame.parts = parts.value_or(1);
        return fault;
    }
    return text(name, members);
}

std::optional<LineFault> LineReader::text(std::string_view name, Members &members)
{
    const bool isBase64 = name.ends_with("64");
    const std::string_view plain = isBase64 ? name.substr(0, name.size() - 2) : name;
    if (plain == "from")
        return bytes(kEndpoint, isBase64, members.frame.endpoint);
    if (plain == "topic")
        return bytes(kTopic, isBase64, members.frame.topic);
    if (plain == "text")
        return bytes(kPayload, isBase64, members.payload.emplace());
    std::string_view other;
    const std::optional<LineFault> fault = bytes(kOther, false, other);
    members.isHead = members.isHead || (name == "recording" && other == "bellwether");
    return fault;
}

std::optional<LineFault> LineReader::time(std::optional<Timestamp> &to)
{
    std::string_view raw;
    if (!rawString(raw))
        return LineFault::notAnEntry;
    to = wire::parseRfc3339(raw);
    return to ? std::nullopt : std::optional(LineFault::badTime);
}

std::optional<LineFault> LineReader::bytes(std::size_t place, bool isBase64, std::string_view &to)
{
    std::string_view raw;
    if (!rawString(raw))
        return LineFault::notAnEntry;
    std::string &memory = m_memory[place];
    to = raw;
    if (isBase64) {
        if (!readBase64(raw, memory))
            return LineFault::badText;
        to = memory;
    } else if (raw.find('\\') != std::string_view::npos) {
        memory.resize(raw.size());
        const char *end = wire::unescape(raw, memory.data());
        if (end == nullptr)
            return LineFault::badText;
        to = std::string_view(memory).substr(0, static_cast<std::size_t>(end - memory.data()));
    }
    return std::nullopt;
}

std::optional<LineFault> LineReader::count(std::optional<std::uint64_t> &to)
{
    std::uint64_t number = 0;
    const char *begin = m_line.data() + m_at;
    const auto [end, error] = std::from_chars(begin, m_line.data() + m_line.size(), number);
    if (error != std::errc())
        return LineFault::notAnEntry;
    m_at += static_cast<std::size_t>(end - begin);
    to = number;
    return std::nullopt;
}

std::optional<LineFault> LineReader::flag(bool &to)
{
    to = m_line.substr(m_at).starts_with("true");
    if (!to && !m_line.substr(m_at).starts_with("false"))
        return LineFault::notAnEntry;
    m_at += to ? 4 : 5;
    return std::nullopt;
}

bool LineReader::rawString(std::string_view &raw)
{
    if (!take('"'))
        return false;
    const std::size_t begin = m_at;
    for (;;) {
        m_at = m_line.find_first_of("\"\\", m_at);
        if (m_at == std::string_view::npos)
            return false;
        if (m_line[m_at] == '"')
            break;
        m_at += 2;
    }
    raw = m_line.substr(begin, m_at++ - begin);
    return true;
}

bool LineReader::take(char expected)
{
    const bool there = m_at < m_line.size() && m_line[m_at] == expected;
    m_at += there ? 1 : 0;
    return there;
}

} // namespace ingest::record
