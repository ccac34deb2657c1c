// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a sound JSON object apart at its values: each with the bytes between it and the one before.
// For learning shapes; slow. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ingest::wire {

// What a value is; the last is the end of the text. Two texts of one shape differ in nothing but
// what their texts and numbers are, and whether their booleans are true.
enum class SlotKind : std::uint8_t { text, emptyText, number, boolean, null, end };

class ValueScan
{
public:
    // Of an object that has been validated and has no backslash in it.
    explicit ValueScan(std::string_view text) : m_text(text) {}

    // Steps to the next scalar that is no key, or to the end.
    void next();

    [[nodiscard]] SlotKind kind() const { return m_kind; }
    // What lies between the value before and this one, the quotes of both included.
    [[nodiscard]] std::string_view literal() const
    {
        return m_text.substr(m_literalAt, m_at - m_literalAt);
    }

private:
    bool takeString();

    std::string_view m_text;
    std::size_t m_literalAt = 0;
    std::size_t m_at = 0;     // where the value begins
    std::size_t m_behind = 0; // where it ends
    SlotKind m_kind = SlotKind::end;
};

} // namespace ingest::wire
