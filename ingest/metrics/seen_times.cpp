// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/seen_times.h"

namespace ingest::metrics {

void SeenTimes::begin(Hour hour)
{
    Span &before = m_hours.back();
    m_hour = std::max(m_hour, hour - std::chrono::hours{kHours}); // more change nothing
    for (; m_hour < hour; ++m_hour) {
        const Span &oldest = m_hours[kHours - 1];
        before.first = std::min(before.first, oldest.first);
        before.last = std::max(before.last, oldest.last);
        std::shift_right(m_hours.begin(), m_hours.end() - 1, 1);
        m_hours.front() = {};
    }
}

Timestamp SeenTimes::first() const
{
    Timestamp first = Timestamp::max();
    for (const Span &span : m_hours)
        first = std::min(first, span.first);
    return first;
}

std::optional<Timestamp> SeenTimes::returned() const
{
    std::optional<Timestamp> returned;
    Timestamp before = m_hours.back().last;
    for (std::size_t i = kHours; i-- > 0;) {
        const Span &span = m_hours[i];
        if (span.empty())
            continue;
        if (before != Timestamp::min() && before <= span.first - kAwayFor)
            returned = span.first;
        before = span.last;
    }
    return returned;
}

} // namespace ingest::metrics
