// SPDX-License-Identifier: GPL-3.0-or-later
// Steps through the tokens of an indexed JSON text, forward only. Knows tokens, not grammar: the
// walk above it checks what may follow what.
#pragma once

#include "ingest/wire/blanks.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace ingest::wire {

class JsonCursor
{
public:
    JsonCursor() = default;
    JsonCursor(std::string_view text, std::span<const std::uint32_t> positions)
        : m_text(text), m_at(positions.data()), m_end(positions.data() + positions.size())
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    // First byte of the token; zero at the end.
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[*m_at]; }
    // Where the token begins; the size of the text at the end.
    [[nodiscard]] std::size_t offset() const { return atEnd() ? m_text.size() : *m_at; }
    // Where the token before this one begins; only behind the first.
    [[nodiscard]] std::size_t lastOffset() const { return m_at[-1]; }
    void next() { ++m_at; }

    bool take(char token)
    {
        if (peek() != token)
            return false;
        ++m_at;
        return true;
    }

    // Only at a quote: what lies between it and its closing quote, escapes as written.
    std::string_view takeString()
    {
        const std::size_t begin = *m_at++;
        return stringBetween(begin, offset());
    }

    // The four tokens of a member with a scalar and of what follows it, whatever they are.
    struct Four
    {
        std::size_t key, colon, value, behind; // where they begin
    };
    [[nodiscard]] bool hasFour() const { return m_end - m_at >= 4; }
    [[nodiscard]] Four peekFour() const { return {m_at[0], m_at[1], m_at[2], m_at[3]}; }
    void skip(std::ptrdiff_t tokens) { m_at += tokens; }

    [[nodiscard]] char byteAt(std::size_t offset) const { return m_text[offset]; }
    // Of a token that begins at a quote and the next one: what lies between the quotes.
    [[nodiscard]] std::string_view stringBetween(std::size_t token, std::size_t next) const
    {
        // Between the closing quote and the next token there is white space alone.
        std::size_t last = next - 1;
        while (m_text[last] != '"')
            --last;
        return {m_text.data() + token + 1, last - token - 1};
    }
    [[nodiscard]] std::string_view wordBetween(std::size_t token, std::size_t next) const
    {
        std::size_t size = next - token;
        while (isBlank(m_text[token + size - 1]))
            --size;
        return {m_text.data() + token, size};
    }

private:
    std::string_view m_text;
    const std::uint32_t *m_at = nullptr;
    const std::uint32_t *m_end = nullptr;
};

} // namespace ingest::wire
