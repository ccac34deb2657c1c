// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/line_writer.h"

#include "ingest/record/base64.h"
#include "ingest/wire/structural_index.h"

#include <algorithm>
#include <cstdio>

namespace ingest::record {

namespace {

// Text that takes at most twice its bytes as a JSON string.
bool isPlain(std::string_view bytes)
{
    const auto hard = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    };
    return std::ranges::none_of(bytes, hard) && wire::isUtf8(bytes);
}

void putEscaped(std::string_view text, std::string &to)
{
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (to += '\\') += c;
        else if (c == '\n')
            to += "\\n";
        else if (c == '\r')
            to += "\\r";
        else if (c == '\t')
            to += "\\t";
        else
            to += c;
    }
}

// ,"name":"text", or ,"name64":"..." for bytes that are no plain text.
void putBytes(std::string_view name, std::string_view bytes, std::string &to)
{
    const bool plain = isPlain(bytes);
    to.append(",\"").append(name).append(plain ? "\":\"" : "64\":\"");
    if (plain)
        putEscaped(bytes, to);
    else
        putBase64(bytes, to);
    to += '"';
}

// It can stand in the line as it is, and be found again: the last member, up to the last bracket.
bool standsInLine(std::string_view payload, Redaction &json)
{
    return (payload.starts_with('{') || payload.starts_with('[')) &&
           payload.find_first_of("\n\r") == std::string_view::npos && json.isJson(payload) &&
           (payload.ends_with('}') || payload.ends_with(']'));
}

} // namespace

std::string rfc3339(Timestamp time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    char text[48];
    const int length = std::snprintf(
        text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%09dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return {text, static_cast<std::size_t>(length)};
}

void LineWriter::putAt(Timestamp at, std::string &to)
{
    if (at != m_lastAt || m_lastText.empty()) {
        m_lastAt = at;
        m_lastText = rfc3339(at);
    }
    to.append("{\"at\":\"").append(m_lastText).append("\"");
}

void LineWriter::put(const SegmentHead &head, std::string &to)
{
    to += "{\"recording\":\"bellwether\",\"version\":" + std::to_string(kVersion) +
          ",\"started\":\"" + rfc3339(head.started) + "\",\"part\":" + std::to_string(head.part) +
          "}\n";
}

void LineWriter::put(const wire::Frame &frame, std::string &to)
{
    putAt(frame.arrival.value_or(m_lastAt), to);
    putBytes("from", frame.endpoint, to);
    to += ",\"parts\":" + std::to_string(frame.parts);
    if (!frame.topic.empty())
        putBytes("topic", frame.topic, to);
    if (frame.filtered)
        to += ",\"filtered\":true";
    if (frame.sequencePerType)
        to += ",\"perType\":true";
    const std::string_view payload = m_redaction.apply(frame.payload);
    if (standsInLine(payload, m_redaction))
        to.append(",\"event\":").append(payload);
    else
        putBytes("text", payload, to);
    to += "}\n";
}

void LineWriter::put(const Tick &tick, std::string &to)
{
    putAt(tick.at, to);
    to += "}\n";
}

void LineWriter::put(const Missing &missing, std::string &to)
{
    putAt(missing.at, to);
    to += ",\"missing\":" + std::to_string(missing.frames) + "}\n";
}

} // namespace ingest::record
