// SPDX-License-Identifier: GPL-3.0-or-later
// A text of which kWindow bytes may be read from anywhere, as if zeros followed it: its end is
// copied, nothing outside it is read. One per decoder.
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

    void set(std::string_view text)
    {
        m_begin = text.data();
        if (text.size() >= kWindow) {
            m_tailAt = text.size() - kWindow;
            std::memcpy(m_tail.data(), m_begin + m_tailAt, kWindow);
            return;
        }
        m_tailAt = 0;
        std::memset(m_tail.data(), 0, kWindow);
        std::memcpy(m_tail.data(), m_begin, text.size());
    }

    // Where a window may be read that begins with the byte at `offset`, at most the text's size.
    [[nodiscard]] const char *at(std::size_t offset) const
    {
        return offset < m_tailAt ? m_begin + offset : m_tail.data() + (offset - m_tailAt);
    }

private:
    const char *m_begin = nullptr;
    std::size_t m_tailAt = 0;               // the first offset that is read in the copy
    std::array<char, 2 * kWindow> m_tail{}; // its second half stays zero
};

} // namespace ingest::wire
