// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/stored_window.h"

#include "ingest/history/observed_spans.h"
#include "ingest/history/past_categories.h"
#include "ingest/history/signal_values.h"
#include "ingest/metrics/time_ring.h"

#include <algorithm>

namespace ingest::history {

namespace {

Seconds resolutionFor(Window window)
{
    return isLong(window) ? Seconds{3600} : Seconds{60};
}

// As the engine's, where rows are fine enough.
Seconds rollingFor(Window window)
{
    if (isLong(window))
        return stepFor(window);
    if (window == Window::oneDay)
        return Seconds{3600};
    return window == Window::oneHour || window == Window::fifteenMinutes ? Seconds{300}
                                                                         : Seconds{60};
}

Second startFor(Window window, Second asOf)
{
    const Seconds resolution = resolutionFor(window);
    return metrics::stepEnd(asOf - spanOf(window) + Seconds{1}, resolution) - resolution;
}

Sums together(const PastWindow &rows, const PastWindow *more, Second from, Second to)
{
    Sums sums = rows.between(from, to);
    if (more != nullptr)
        sums.add(more->between(from, to));
    return sums;
}

// One for each point of the chart; those that both have a part of are held here.
struct Points
{
    Points(const PastWindow &rows, const PastWindow *more, Window window, Second asOf)
    {
        sums.step = stepFor(window);
        const Second end = metrics::stepEnd(asOf, sums.step);
        const auto count = spanOf(window) / sums.step;
        sums.start = end - sums.step * count;
        sums.partial = end != asOf;
        sums.rolling = rollingFor(window);
        held.reserve(static_cast<std::size_t>(count));
        for (Second at = sums.start + sums.step; at <= end; at += sums.step) {
            const Sums *one = rows.pointAt(at);
            const Sums *other = more == nullptr ? nullptr : more->pointAt(at);
            if (one != nullptr && other != nullptr) {
                held.push_back(*one);
                held.back().add(*other);
                one = &held.back();
            }
            sums.points.push_back(one == nullptr ? other : one);
        }
        sums.rollingAt = [&rows, more, this](std::size_t i) {
            const Second to = sums.start + sums.step * static_cast<Seconds::rep>(i + 1);
            return together(rows, more, to - sums.rolling, to);
        };
    }
    Points(const Points &) = delete;
    Points &operator=(const Points &) = delete;

    PointSums sums;
    std::vector<Sums> held;
};

// Empty where the file cannot be read.
std::optional<std::vector<Rollup>> readRows(store::HistoryReader &reader, store::RowsWanted wanted,
                                            bool categories)
{
    auto rows = reader.rows(wanted);
    wanted.signals = {std::string(kFailuresName)};
    wanted.byValue = categories;
    auto failures = reader.rows(wanted);
    if (!rows || !failures)
        return std::nullopt;
    rows->insert(rows->end(), std::make_move_iterator(failures->begin()),
                 std::make_move_iterator(failures->end()));
    return rows;
}

Series<std::uint64_t> categorySeries(const PointSums &points, std::string_view attrs)
{
    Series<std::uint64_t> series{points.start, points.step, points.partial, {}};
    for (const Sums *sums : points.points) {
        std::uint64_t &at = series.points.emplace_back();
        if (sums != nullptr)
            sums->forEachValue(kFailuresName, [&](const std::string &key, const Rollup &row) {
                at += key == attrs ? row.n : 0;
            });
    }
    return series;
}

} // namespace

Seconds stepFor(Window window)
{
    return std::max(chartStepOf(window), resolutionFor(window));
}

store::RowsWanted rowsFor(const config::Configuration &configuration, Window window, Second asOf)
{
    store::RowsWanted wanted;
    for (const config::SignalConfiguration &signal : configuration.signals)
        wanted.signals.push_back(signal.name);
    wanted.signals.emplace_back(kObservedName);
    wanted.resolution = resolutionFor(window);
    wanted.from = startFor(window, asOf) - std::max(rollingFor(window), stepFor(window));
    wanted.to = asOf;
    return wanted;
}

std::shared_ptr<const PastWindow> readWindow(store::HistoryReader &reader, store::RowsWanted wanted,
                                             Window window, bool categories)
{
    auto rows = readRows(reader, wanted, categories);
    if (!rows)
        return nullptr;
    const Seconds step = std::max(chartStepOf(window), wanted.resolution);
    return std::make_shared<PastWindow>(wanted.resolution, step, std::move(*rows));
}

std::shared_ptr<const PastWindow> readLongWindow(store::HistoryReader &reader,
                                                 const store::RowsWanted &hours, Window window,
                                                 Second until)
{
    auto rows = readRows(reader, hours, true);
    store::RowsWanted minutes = hours;
    minutes.resolution = kMinuteLong;
    minutes.from = hours.to;
    minutes.to = until - kMinuteLong + Seconds{1};
    const auto parts = minutes.from < minutes.to ? readRows(reader, minutes, true)
                                                 : std::optional(std::vector<Rollup>());
    if (!rows || !parts)
        return nullptr;
    for (Rollup part : *parts) {
        part.from = metrics::stepEnd(part.from + Seconds{1}, kHourLong) - kHourLong;
        part.resolution = kHourLong;
        rows->push_back(std::move(part));
    }
    return std::make_shared<PastWindow>(kHourLong, chartStepOf(window), std::move(*rows));
}

void fillFrom(const PastWindow &rows, const PastWindow *more, Seconds maturing, Snapshot &snapshot)
{
    const Second asOf = snapshot.asOf;
    const Seconds resolution = resolutionFor(snapshot.window);
    const Second start = startFor(snapshot.window, asOf);
    SpanSums span;
    span.all = together(rows, more, start, asOf + resolution);
    span.matured = together(rows, more, start, asOf - maturing);
    span.observedSeconds = span.all.observedSeconds();
    const Points points(rows, more, snapshot.window, asOf);
    auto metrics = std::make_shared<Metrics>();
    for (const config::SignalConfiguration &signal : snapshot.configuration->signals) {
        SignalSnapshot &made = metrics->signals.emplace_back();
        made.name = signal.name;
        made.title = signal.title.empty() ? signal.name : signal.title;
        made.kind = signal.kind;
        made.value = valueOf(signal, span);
        if (auto *funnel = std::get_if<FunnelSnapshot>(&made.value))
            funnel->maturing = maturing;
        putSeries(signal, points.sums, made.value);
    }
    metrics->failures = failuresOf(points.sums);
    const Rollup *failures = span.all.find(kFailuresName);
    metrics->failuresCount = failures == nullptr ? 0 : failures->n;
    addPastCategories(span.all, metrics->categories,
                      [&](std::string_view attrs) { return categorySeries(points.sums, attrs); });
    const Series<double> &grid = metrics->failures;
    metrics->lost = {grid.start, grid.step, grid.partial, {}};
    metrics->lost.points.resize(grid.points.size());
    snapshot.metrics = std::move(metrics);

    ObservedSpans observed(start);
    std::map<Second, double> seen; // by the ends of rows, both together
    for (const PastWindow *part : {&rows, more})
        if (part != nullptr)
            part->forEachObserved(start, asOf + resolution,
                                  [&](Second end, double seconds) { seen[end] += seconds; });
    for (const auto &[end, seconds] : seen)
        observed.addRow(std::min(end, asOf), end - resolution, seconds);
    observed.put(snapshot);
}

} // namespace ingest::history
