// SPDX-License-Identifier: GPL-3.0-or-later
// When anything was observed, by how many seconds of each row were. Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "ingest/time.h"

#include <optional>
#include <vector>

namespace ingest::history {

class ObservedSpans
{
public:
    explicit ObservedSpans(Second start) : m_start(start) {}

    // In ascending order. Of a row seen in part, that is its first part where the row before was
    // seen to its end, else its last.
    void addRow(Second end, Second begin, double seconds);
    void addSpan(Second from, Second to);
    // observed, observedFrom and unobserved: what is missing between, of two seconds or more.
    void put(Snapshot &snapshot) const;

private:
    Second m_start;
    double m_seconds = 0;
    std::optional<Second> m_from;
    std::optional<Second> m_end;
    std::vector<UnobservedSpan> m_missing;
};

} // namespace ingest::history
