// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/funnel_counts.h"

#include "ingest/metrics/floor_division.h"
#include "ingest/metrics/nowcast.h"
#include "ingest/metrics/signal.h"
#include "ingest/metrics/wilson.h"

#include <algorithm>
#include <cmath>

namespace ingest::metrics {

namespace {

constexpr std::uint64_t kEnoughConversions = 100;

std::int64_t secondOf(std::int64_t nanoseconds)
{
    return ceilDivide(nanoseconds, kNanosecondsASecond);
}

std::int64_t minutesFor(const ChainRule &rule)
{
    const std::int64_t within = ceilDivide(rule.withinNs, 60 * kNanosecondsASecond);
    return std::max(kMinutesKept, within + 2);
}

std::optional<double> share(std::uint64_t part, std::uint64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

FunnelCounts::FunnelCounts(const ChainRule &rule)
    : m_rule(rule), m_within(rule.withinNs / kNanosecondsASecond),
      m_rows(rule.steps, TimeCounts(minutesFor(rule))), m_entered(minutesFor(rule)),
      m_converted(minutesFor(rule)), m_open(kWindows.size(), TimeCounts(minutesFor(rule))),
      m_durations(rule.steps)
{
}

void FunnelCounts::advanceTo(std::int64_t asOf)
{
    for (TimeCounts &row : m_rows)
        row.advanceTo(asOf);
    m_entered.advanceTo(asOf);
    m_converted.advanceTo(asOf);
    for (TimeCounts &open : m_open)
        open.advanceTo(asOf);
    m_durations.advanceTo(asOf);
}

void FunnelCounts::change(const Chains &before, const Chains &after)
{
    bool last = false;
    for (std::size_t k = 1; k <= m_rule.steps; ++k) {
        last = before.row(k) != after.row(k);
        if (last)
            changeRow(k, before.row(k), after.row(k));
    }
    if (last || (after.row(m_rule.steps).entry != kNever && before.row(1) != after.row(1)))
        changeOpen(before, after);
    if (before.firstEntry() != after.firstEntry() ||
        before.firstConversion() != after.firstConversion())
        changeCohort(before, after);
}

void FunnelCounts::changeRow(std::size_t k, const ChainRow &before, const ChainRow &after)
{
    const auto apply = [&](const ChainRow &row, std::int32_t n) {
        if (row.entry == kNever)
            return;
        m_rows[k - 1].add(secondOf(row.entry), n);
        if (k > 1)
            m_durations.add(k - 1, secondOf(row.entry), row.stepNs, n);
    };
    apply(before, -1);
    apply(after, 1);
}

void FunnelCounts::changeCohort(const Chains &before, const Chains &after)
{
    const auto apply = [&](const Chains &chains, std::int32_t n) {
        if (chains.firstEntry() == kNever)
            return;
        const std::int64_t entered = secondOf(chains.firstEntry());
        m_entered.add(entered, n);
        if (chains.firstConversion() == kNever)
            return;
        m_converted.add(entered, n);
        m_durations.add(0, entered, chains.firstConversion() - chains.firstEntry(), n);
    };
    apply(before, -1);
    apply(after, 1);
}

// A journey with a complete chain is not in flight, however open its latest one is, until the
// complete one leaves the window. In the window and open are both intervals that end: the earlier
// end decides, and less the age at which a chain closes it is an instant to be counted like the
// entries themselves.
std::int64_t FunnelCounts::openUntil(Window window, const Chains &chains) const
{
    const std::int64_t latest = secondOf(chains.row(1).entry);
    if (window == Window::all)
        return latest;
    std::int64_t complete = secondOf(chains.row(m_rule.steps).entry);
    if (window == Window::oneDay)
        complete = ceilDivide(complete, 60) * 60;
    return std::min(latest, complete + spanOf(window).count() - m_within);
}

void FunnelCounts::changeOpen(const Chains &before, const Chains &after)
{
    for (const Window window : kWindows) {
        if (window != Window::all && spanOf(window).count() <= m_within)
            continue;
        TimeCounts &open = m_open[static_cast<std::size_t>(window)];
        if (before.row(m_rule.steps).entry != kNever)
            open.add(openUntil(window, before), -1);
        if (after.row(m_rule.steps).entry != kNever)
            open.add(openUntil(window, after), 1);
    }
}

std::uint64_t FunnelCounts::in(const TimeCounts &counts, const Span &span) const
{
    return span.window == Window::all ? counts.total() : counts.count(span.start, span.asOf);
}

// Those in the window that are at least `age` seconds old.
std::uint64_t FunnelCounts::before(const TimeCounts &counts, const Span &span,
                                   std::int64_t age) const
{
    const std::int64_t to = span.asOf - age;
    if (span.window == Window::all)
        return counts.total() - counts.count(to, span.asOf);
    return counts.count(span.start, to);
}

std::int64_t FunnelCounts::maturing() const
{
    if (m_durations.count(0, Window::all) < kEnoughConversions)
        return m_within;
    const double p90 = m_durations.quantileSeconds(0, Window::all, 0.9).value_or(0);
    return std::min(m_within, static_cast<std::int64_t>(std::ceil(p90)));
}

std::uint64_t FunnelCounts::inFlight(const Span &span) const
{
    const auto window = static_cast<std::size_t>(span.window);
    const bool whole = span.window != Window::all && spanOf(span.window).count() <= m_within;
    if (whole) // no chain of the window has closed yet
        return in(m_rows.front(), span) - in(m_rows.back(), span);
    const std::int64_t from = span.asOf - m_within;
    return m_rows.front().count(from, span.asOf) - m_open[window].count(from, span.asOf);
}

FunnelSnapshot FunnelCounts::snapshot(Window window, std::int64_t asOf,
                                      std::optional<Seconds> step) const
{
    Span span{window, asOf - spanOf(window).count(), asOf};
    if (window == Window::oneDay)
        span.start = floorDivide(span.start, 60) * 60;
    FunnelSnapshot snapshot;
    addSteps(snapshot, span);
    addCohorts(snapshot, span);
    const bool quick = window == Window::oneMinute || window == Window::fiveMinutes;
    snapshot.rolling = window == Window::oneDay ? std::chrono::seconds{3600}
                       : quick                  ? std::chrono::seconds{60}
                                                : std::chrono::seconds{300};
    if (step)
        snapshot.rolling = *step;
    const Nowcast ahead(m_entered, m_converted, m_durations, 0, asOf);
    snapshot.nowcast = nowcast(span, ahead);
    ChartGrid grid = gridOf({window, Second{Seconds{asOf}}, 0, std::nullopt, step});
    if (grid.partial && !step) { // a rolling point that ends before the window shows nothing of it
        grid.start += grid.step;
        --grid.points;
    }
    snapshot.series = series(grid, span, snapshot.rolling.count(), ahead);
    return snapshot;
}

void FunnelCounts::addSteps(FunnelSnapshot &snapshot, const Span &span) const
{
    for (std::size_t k = 1; k <= m_rule.steps; ++k) {
        FunnelStep step;
        step.journeys = in(m_rows[k - 1], span);
        if (k > 1)
            step.medianSeconds = m_durations.quantileSeconds(k - 1, span.window, 0.5);
        snapshot.steps.push_back(step);
    }
    const std::uint64_t entered = snapshot.steps.front().journeys;
    const std::uint64_t converted = snapshot.steps.back().journeys;
    snapshot.conversion = share(converted, entered);
    snapshot.wilson95 = wilson95(converted, entered);
    snapshot.inFlight = inFlight(span);
    snapshot.lower = snapshot.conversion.value_or(0);
    snapshot.upper = share(std::min(entered, converted + snapshot.inFlight), entered).value_or(0);
}

void FunnelCounts::addCohorts(FunnelSnapshot &snapshot, const Span &span) const
{
    const std::int64_t age = maturing();
    snapshot.maturing = std::chrono::seconds{age};
    snapshot.settled = before(m_entered, span, m_within);
    snapshot.settledConversion = share(before(m_converted, span, m_within), snapshot.settled);
    const std::uint64_t converted = before(m_converted, span, age);
    snapshot.matured = before(m_entered, span, age);
    snapshot.maturedConversion = share(converted, snapshot.matured);
    snapshot.maturedWilson95 = wilson95(converted, snapshot.matured);
}

std::optional<double> FunnelCounts::nowcast(const Span &span, const Nowcast &nowcast) const
{
    const std::uint64_t entered = in(m_entered, span);
    if (entered == 0)
        return std::nullopt;
    const std::int64_t from = span.window == Window::all ? kNever : span.start;
    const double still = nowcast.stillToConvert(from, span.asOf);
    return (static_cast<double>(in(m_converted, span)) + still) / static_cast<double>(entered);
}

Series<FunnelPoint> FunnelCounts::series(const ChartGrid &grid, const Span &span,
                                         std::int64_t rolling, const Nowcast &nowcast) const
{
    Series<FunnelPoint> series{grid.start, grid.step, grid.partial, {}};
    series.points.reserve(grid.points);
    for (Second end = grid.start + grid.step; end <= grid.end(); end += grid.step) {
        const std::int64_t at = end.time_since_epoch().count();
        const std::int64_t to = std::min(at, span.asOf);
        series.points.push_back({m_entered.count(at - rolling, to),
                                 m_converted.count(at - rolling, to),
                                 nowcast.stillToConvert(at - rolling, to)});
    }
    return series;
}

void FunnelCounts::putRollups(std::int64_t from, std::int64_t to,
                              std::vector<Rollup> &rollups) const
{
    for (std::size_t k = 1; k <= m_rule.steps; ++k) {
        Rollup &row = rollups.emplace_back();
        row.slot = std::to_string(k);
        row.n = m_rows[k - 1].count(from, to);
    }
    Rollup &cohort = rollups.emplace_back();
    cohort.slot = kCohortSlot;
    cohort.n = m_entered.count(from, to);
    cohort.bad = cohort.n - m_converted.count(from, to);
}

} // namespace ingest::metrics
