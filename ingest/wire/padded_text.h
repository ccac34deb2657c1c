// SPDX-License-Identifier: GPL-3.0-or-later
// A text of which kWindow bytes may be read from anywhere, as if zeros followed it: its end is
// copied, nothing outside it is read. Belongs to the thread that decodes.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace ingest::wire {

class PaddedText
{
public:
    static constexpr std::size_t kWindow = 64;

    // Where the end is copied to. Its second half stays zero.
    struct Tail
    {
        std::array<char, 2 * kWindow> bytes{};
    };

    // Valid until `tail` is used for another text.
    PaddedText(std::string_view text, Tail &tail)
        : m_begin(text.data()), m_tail(tail.bytes.data()), m_walkEnd(m_begin)
    {
        if (text.size() >= kWindow) {
            m_tailAt = text.size() - kWindow;
            m_walkEnd = m_begin + m_tailAt;
            std::memcpy(tail.bytes.data(), m_begin + m_tailAt, kWindow);
            return;
        }
        std::memset(tail.bytes.data(), 0, kWindow);
        std::memcpy(tail.bytes.data(), m_begin, text.size());
    }

    // Where a window may be read that begins with the byte at `offset`, at most the text's size.
    [[nodiscard]] const char *at(std::size_t offset) const
    {
        return offset < m_tailAt ? m_begin + offset : m_tail + (offset - m_tailAt);
    }

    // To step through it without at(), forwards from the text's begin and at most to its end: where
    // to go on, `at` itself or the same place in the copy. A window may be read there.
    [[nodiscard]] const char *onwards(const char *at)
    {
        if (at < m_walkEnd)
            return at;
        const char *inTail = m_tail + (at - m_walkEnd);
        m_walkEnd = m_tail + 2 * kWindow;
        return inTail;
    }

private:
    const char *m_begin;
    const char *m_tail;
    std::size_t m_tailAt = 0; // the first offset that is read in the copy
    const char *m_walkEnd;    // where stepping has to go over to it
};

} // namespace ingest::wire
