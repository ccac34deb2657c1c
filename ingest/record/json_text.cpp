// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/json_text.h"

#include "ingest/wire/structural_index.h"
#include "ingest/wire/unescape.h"

namespace ingest::record {

bool JsonText::walk(std::string_view text)
{
    m_text = text;
    m_at = 0;
    m_found.clear();
    skipBlanks();
    if (!value({m_paths.all(), 0, 0}))
        return false;
    skipBlanks();
    return m_at == m_text.size() && wire::isUtf8(text);
}

void JsonText::skipBlanks()
{
    m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
}

bool JsonText::take(char expected)
{
    const bool there = m_at < m_text.size() && m_text[m_at] == expected;
    m_at += there ? 1 : 0;
    return there;
}

bool JsonText::value(Place place)
{
    const std::size_t begin = m_at;
    const bool wanted = place.mask != 0 && m_paths.ending(place.mask, place.tokens) != 0;
    // What is found is taken whole: nothing inside it is looked for.
    const Place inside{wanted ? 0 : place.mask, place.tokens, place.nesting};
    const char first = m_at < m_text.size() ? m_text[m_at] : '\0';
    std::string_view raw;
    bool sound = false;
    if (first == '{')
        sound = object(inside);
    else if (first == '[')
        sound = array(inside);
    else if (first == '"')
        sound = string(raw);
    else if (first == 't')
        sound = word("true");
    else if (first == 'f')
        sound = word("false");
    else if (first == 'n')
        sound = word("null");
    else
        sound = number();
    if (sound && wanted)
        m_found.push_back({begin, m_at});
    return sound;
}

bool JsonText::object(Place place)
{
    if (!take('{') || ++place.nesting > kDeepest)
        return false;
    skipBlanks();
    if (take('}'))
        return true;
    for (;;) {
        std::string_view key;
        skipBlanks();
        if (!string(key))
            return false;
        skipBlanks();
        if (!take(':'))
            return false;
        skipBlanks();
        if (!value(step(place, key)))
            return false;
        skipBlanks();
        if (!take(','))
            return take('}');
    }
}

bool JsonText::array(Place place)
{
    const bool outermost = place.nesting == 0;
    if (!take('[') || ++place.nesting > kDeepest)
        return false;
    skipBlanks();
    if (take(']'))
        return true;
    for (std::size_t i = 0;; ++i) {
        skipBlanks();
        if (!value(outermost ? place : step(place, std::to_string(i))))
            return false;
        skipBlanks();
        if (!take(','))
            return take(']');
    }
}

JsonText::Place JsonText::step(Place from, std::string_view rawKey)
{
    if (from.mask == 0)
        return {0, 0, from.nesting};
    std::string_view key = rawKey;
    if (rawKey.find('\\') != std::string_view::npos) {
        m_key.resize(rawKey.size());
        const char *end = wire::unescape(rawKey, m_key.data());
        key = {m_key.data(), end == nullptr ? 0 : static_cast<std::size_t>(end - m_key.data())};
    }
    return {m_paths.step(from.mask, from.tokens, key), from.tokens + 1, from.nesting};
}

bool JsonText::string(std::string_view &raw)
{
    if (!take('"'))
        return false;
    const std::size_t begin = m_at;
    bool escaped = false;
    for (; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
        if (static_cast<unsigned char>(m_text[m_at]) < 0x20)
            return false;
        escaped = escaped || m_text[m_at] == '\\';
        m_at += m_text[m_at] == '\\' ? 1 : 0;
    }
    if (m_at >= m_text.size())
        return false;
    raw = m_text.substr(begin, m_at++ - begin);
    if (!escaped)
        return true;
    m_key.resize(raw.size());
    return wire::unescape(raw, m_key.data()) != nullptr;
}

bool JsonText::digits()
{
    const std::size_t begin = m_at;
    m_at = std::min(m_text.find_first_not_of("0123456789", m_at), m_text.size());
    return m_at > begin;
}

bool JsonText::number()
{
    take('-');
    if (!take('0') && !digits())
        return false;
    if (take('.') && !digits())
        return false;
    if (!take('e') && !take('E'))
        return true;
    if (!take('+'))
        take('-');
    return digits();
}

bool JsonText::word(std::string_view expected)
{
    const bool there = m_text.substr(m_at).starts_with(expected);
    m_at += there ? expected.size() : 0;
    return there;
}

} // namespace ingest::record
