// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/array_splitter.h"

#include "ingest/wire/blanks.h"

namespace ingest::wire {

namespace {

// Where the element that begins at `at` is over: at a comma or a closing bracket that is not its
// own, or at the end of the text.
std::size_t endOfElement(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    bool inString = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (depth == 0 && (c == ',' || c == ']' || c == '}')) {
            return at;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return text.size();
}

} // namespace

std::optional<std::string_view> ArraySplitter::next()
{
    if (m_done)
        return std::nullopt;
    const std::size_t end = endOfElement(m_text, m_at);
    if (end == m_text.size()) {
        m_done = true;
        return std::nullopt;
    }
    const std::string_view element = trimmed(m_text.substr(m_at, end - m_at));
    const bool only = m_at == 1;
    // Behind a brace that opened nothing nothing can be told apart: it is left as the rest.
    m_done = m_text[end] != ',';
    m_ended = m_text[end] == ']';
    m_at = m_text[end] == '}' ? end : end + 1;
    if (m_done && only && element.empty())
        return std::nullopt;
    return element;
}

bool ArraySplitter::broken() const
{
    return !m_ended || !rest().empty();
}

std::string_view ArraySplitter::rest() const
{
    return trimmed(m_text.substr(m_at));
}

} // namespace ingest::wire
