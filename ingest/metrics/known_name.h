// SPDX-License-Identifier: GPL-3.0-or-later
// A name that is looked for in every event: its words are at hand, so that comparing it with
// another takes no more than reading that one. A plain value.
#pragma once

#include "ingest/metrics/text_ends.h"

#include <string>
#include <string_view>
#include <utility>

namespace ingest::metrics {

class KnownName
{
public:
    explicit KnownName(std::string text)
        : m_text(std::move(text)), m_ends(isShort(m_text) ? endsOf(m_text) : TextEnds{})
    {
    }

    [[nodiscard]] const std::string &text() const { return m_text; }

    bool operator==(std::string_view other) const
    {
        if (other.size() != m_text.size())
            return false;
        return isShort(other) ? endsOf(other) == m_ends : other == m_text;
    }

private:
    static bool isShort(std::string_view text) { return !text.empty() && text.size() <= kMostEnds; }

    std::string m_text;
    TextEnds m_ends; // of a short one
};

} // namespace ingest::metrics
