// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/redaction.h"

#include <algorithm>

namespace ingest::record {

namespace {

constexpr std::string_view kRedacted = "\"[redacted]\"";

wire::FieldPlaces placesOf(const std::vector<std::string> &pointers)
{
    wire::FieldPlaces places;
    places.extra = pointers;
    return places;
}

} // namespace

Redaction::Redaction(const std::vector<std::string> &pointers)
    : m_idle(pointers.empty()), m_paths(placesOf(pointers))
{
}

std::string_view Redaction::apply(std::string_view payload)
{
    if (m_idle)
        return payload;
    m_out.clear();
    if (m_json.walk(payload)) {
        putRedacted(payload);
        return m_out;
    }
    // Several events, each on a line of its own: a broken one costs itself alone.
    for (std::size_t at = 0; at < payload.size();) {
        const std::size_t end = std::min(payload.find('\n', at), payload.size());
        applyTo(payload.substr(at, end - at));
        if (end < payload.size())
            m_out += '\n';
        at = end + 1;
    }
    return m_out;
}

void Redaction::applyTo(std::string_view text)
{
    if (text.find_first_not_of(" \t\r") == std::string_view::npos)
        m_out += text;
    else if (m_json.walk(text))
        putRedacted(text);
    else
        m_out += kRedacted;
}

void Redaction::putRedacted(std::string_view text)
{
    std::size_t at = 0;
    for (const JsonText::Span &span : m_json.found()) {
        m_out += text.substr(at, span.begin - at);
        m_out += kRedacted;
        at = span.end;
    }
    m_out += text.substr(at);
}

} // namespace ingest::record
