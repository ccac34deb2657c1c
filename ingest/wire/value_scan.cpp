// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/wire/value_scan.h"

#include "ingest/wire/blanks.h"

#include <algorithm>

namespace ingest::wire {

namespace {

SlotKind kindOfWord(char first)
{
    return first == 'n'                   ? SlotKind::null
           : first == 't' || first == 'f' ? SlotKind::boolean
                                          : SlotKind::number;
}

} // namespace

void ValueScan::next()
{
    const bool wasString = m_kind == SlotKind::text || m_kind == SlotKind::emptyText;
    m_literalAt = m_behind;
    for (m_at = m_behind + (wasString ? 1 : 0); m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            if (takeString())
                return;
        } else if (c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
            m_kind = kindOfWord(c);
            m_behind = std::min(m_text.find_first_of(",]} \t\r\n", m_at), m_text.size());
            return;
        }
    }
    m_kind = SlotKind::end;
}

// True at a value; steps over a key and stops at its closing quote.
bool ValueScan::takeString()
{
    const std::size_t closing = m_text.find('"', m_at + 1);
    if (trimmedFront(m_text.substr(closing + 1)).starts_with(':')) {
        m_at = closing;
        return false;
    }
    ++m_at;
    m_behind = closing;
    m_kind = m_at == closing ? SlotKind::emptyText : SlotKind::text;
    return true;
}

} // namespace ingest::wire
