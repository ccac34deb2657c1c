// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FunnelCounts that looks ahead: see kaplan_meier.h.
#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/funnel_counts.h"
#include "ingest/metrics/kaplan_meier.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

constexpr std::int64_t kDaySeconds = 86'400;

// Cohorts of (start, asOf], youngest first: by the second for 2 h, by the minute before.
std::vector<Cohort> cohortsOf(const TimeCounts &entered, const TimeCounts &converted,
                              std::int64_t start, std::int64_t asOf)
{
    std::vector<Cohort> cohorts;
    const auto add = [&](std::int64_t from, std::int64_t to) {
        const std::uint64_t n = entered.count(from, to);
        if (n != 0)
            cohorts.push_back(
                {static_cast<double>(2 * asOf - from - to) / 2, n, converted.count(from, to)});
    };
    const std::int64_t minutesTo = floorDivide(asOf - kSecondsKept, 60) * 60 + 60;
    const std::int64_t secondsFrom = std::max(start, minutesTo);
    for (std::int64_t second = asOf; second > secondsFrom; --second)
        add(second - 1, second);
    for (std::int64_t minute = secondsFrom; minute > start; minute -= 60)
        add(minute - 60, minute);
    return cohorts;
}

std::vector<Delay> delaysOf(const DurationWindows &durations)
{
    const auto cells = durations.cells(0, Window::oneDay);
    std::vector<Delay> delays;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (cells[cell] != 0)
            delays.push_back({DurationWindows::secondsOf(cell), cells[cell]});
    return delays;
}

} // namespace

std::optional<double> FunnelCounts::nowcast(const Span &span) const
{
    const std::int64_t day = floorDivide(span.asOf - kDaySeconds, 60) * 60;
    const std::vector<Cohort> cohorts = cohortsOf(m_entered, m_converted, day, span.asOf);
    const std::vector<Delay> delays = delaysOf(m_durations);
    const Survival survival(delays, cohorts);
    const std::int64_t start = span.window == Window::all ? day : span.start;
    double entered = 0;
    double converting = 0;
    for (const Cohort &cohort : cohorts) {
        if (cohort.age > static_cast<double>(span.asOf - start))
            break;
        entered += static_cast<double>(cohort.entered);
        converting += expectedConversions(survival, cohort);
    }
    if (span.window == Window::all) { // what is older than a day has had its time
        const std::uint64_t older = m_entered.total() - m_entered.count(day, span.asOf);
        const std::uint64_t done = m_converted.total() - m_converted.count(day, span.asOf);
        entered += static_cast<double>(older);
        converting += static_cast<double>(done);
    }
    if (entered == 0)
        return std::nullopt;
    return converting / entered;
}

} // namespace ingest::metrics
