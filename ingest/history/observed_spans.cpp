// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/observed_spans.h"

#include <algorithm>
#include <cmath>

namespace ingest::history {

namespace {

constexpr Seconds kWorthSaying{2};

} // namespace

void ObservedSpans::addRow(Second end, Second begin, double seconds)
{
    if (seconds <= 0 || end <= begin)
        return;
    const Seconds part{std::min<Seconds::rep>((end - begin).count(), std::llround(seconds))};
    const double before = m_seconds;
    if (m_end && *m_end >= begin)
        addSpan(begin, begin + part);
    else
        addSpan(end - part, end);
    m_seconds = before + seconds;
}

void ObservedSpans::addSpan(Second from, Second to)
{
    if (to <= from)
        return;
    if (!m_from)
        m_from = std::max(from, m_start);
    else if (from - *m_end >= kWorthSaying)
        m_missing.push_back({*m_end, from});
    m_end = std::max(m_end.value_or(to), to);
    m_seconds += static_cast<double>((to - from).count());
}

void ObservedSpans::put(Snapshot &snapshot) const
{
    snapshot.observed = std::chrono::duration<double>(
        std::min(m_seconds, static_cast<double>(spanOf(snapshot.window).count())));
    snapshot.observedFrom = m_from;
    snapshot.unobserved = m_missing;
}

} // namespace ingest::history
