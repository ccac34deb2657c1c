// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/nowcast.h"

#include "ingest/metrics/floor_division.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

constexpr std::int64_t kBySecond = 15 * 60;
constexpr std::int64_t kByTenSeconds = kSecondsKept - 60;
constexpr std::int64_t kByMinute = 24 * 3600;

struct TimedCohort
{
    std::int64_t start;
    Cohort cohort;
};

// Youngest first.
std::vector<TimedCohort> cohortsOf(const TimeCounts &entered, const TimeCounts &converted,
                                   std::int64_t asOf)
{
    std::vector<TimedCohort> cohorts;
    std::int64_t end = asOf;
    const auto addUntil = [&](std::int64_t age, std::int64_t width) {
        while (end > asOf - age) {
            const std::int64_t start = floorDivide(end - 1, width) * width;
            if (const std::uint64_t n = entered.count(start, end); n != 0) {
                const double middle = static_cast<double>(2 * asOf - start - end) / 2;
                cohorts.push_back({start, {middle, n, converted.count(start, end)}});
            }
            end = start;
        }
    };
    addUntil(kBySecond, 1);
    addUntil(kByTenSeconds, 10);
    addUntil(kByMinute, 60);
    return cohorts;
}

std::vector<Delay> delaysOf(const DurationWindows &durations, std::size_t row)
{
    const auto cells = durations.cells(row, Window::oneDay);
    std::vector<Delay> delays;
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (cells[cell] != 0)
            delays.push_back({DurationWindows::secondsOf(cell), cells[cell]});
    return delays;
}

} // namespace

Nowcast::Nowcast(const TimeCounts &entered, const TimeCounts &converted,
                 const DurationWindows &durations, std::size_t row, std::int64_t asOf)
{
    const std::vector<TimedCohort> timed = cohortsOf(entered, converted, asOf);
    std::vector<Cohort> cohorts;
    for (const TimedCohort &each : timed)
        cohorts.push_back(each.cohort);
    const Survival survival(delaysOf(durations, row), cohorts);
    double still = 0;
    for (const TimedCohort &each : timed) {
        still +=
            expectedConversions(survival, each.cohort) - static_cast<double>(each.cohort.converted);
        m_edges.push_back({each.start, still});
    }
}

double Nowcast::since(std::int64_t from) const
{
    const auto older =
        std::ranges::partition_point(m_edges, [=](const Edge &edge) { return edge.start >= from; });
    return older == m_edges.begin() ? 0 : std::prev(older)->still;
}

double Nowcast::stillToConvert(std::int64_t from, std::int64_t to) const
{
    return since(from) - since(to);
}

} // namespace ingest::metrics
