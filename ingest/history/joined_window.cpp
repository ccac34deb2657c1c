// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/joined_window.h"

#include "ingest/history/observed_spans.h"
#include "ingest/history/past_categories.h"
#include "ingest/history/signal_values.h"
#include "ingest/metrics/time_ring.h"
#include "ingest/metrics/wilson.h"
#include "ingest/metrics/window_edges.h"

#include <algorithm>

namespace ingest::history {

namespace {

Second rowStart(Second instant, Seconds resolution)
{
    return metrics::stepEnd(instant + Seconds{1}, resolution) - resolution;
}

// What only the engine knows of a value.
void keepLive(const SignalValue &live, const LedgerSnapshot &ledger, SignalValue &value)
{
    if (auto *ratio = std::get_if<RatioSnapshot>(&value)) {
        if (ledger.lossKnown)
            ratio->value.completeness =
                metrics::completeness(ratio->value.good, ratio->value.bad, ledger.lost);
    } else if (auto *funnel = std::get_if<FunnelSnapshot>(&value)) {
        const auto &now = std::get<FunnelSnapshot>(live);
        for (std::size_t i = 0; i < std::min(now.steps.size(), funnel->steps.size()); ++i) {
            funnel->steps[i].name = now.steps[i].name;
            funnel->steps[i].medianSeconds = now.steps[i].medianSeconds;
        }
        funnel->inFlight = now.inFlight;
        funnel->maturing = now.maturing;
        funnel->rolling = now.rolling;
        funnel->bounded = now.bounded;
        const std::uint64_t entered = funnel->steps.empty() ? 0 : funnel->steps.front().journeys;
        if (entered > 0)
            funnel->upper = std::min(1.0, funnel->lower + static_cast<double>(now.inFlight) /
                                                              static_cast<double>(entered));
    }
}

// This run has mostly had another currency than the window: its points are asked for one by one.
void putOwnSums(const Snapshot &snapshot, const std::string &signal, const std::string &currency,
                const EngineRows &engine, Series<std::int64_t> &series)
{
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const Second from = series.start + series.step * static_cast<Seconds::rep>(i);
        series.points[i] = 0;
        if (from + series.step <= *snapshot.startedAt || from >= snapshot.asOf)
            continue;
        for (const Rollup &row : engine.all(from, series.step))
            if (row.signal == signal && row.slot == currency && row.attrs.empty())
                series.points[i] += row.sumMinor;
    }
}

template <class Point, class Add>
void addEach(const PastWindow &past, Series<Point> &series, Add add)
{
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const Second end = series.start + series.step * static_cast<Seconds::rep>(i + 1);
        if (const Sums *sums = past.pointAt(end))
            add(series.points[i], *sums, end);
    }
}

// When this run was there, in ascending order: with pauses where it went on from an earlier one.
std::vector<UnobservedSpan> ownSpans(const Snapshot &snapshot, Second start)
{
    Second from = std::max(std::chrono::round<Seconds>(*snapshot.startedAt), start);
    if (snapshot.observedFrom &&
        *snapshot.observedFrom > metrics::windowStart(snapshot.window, snapshot.asOf))
        from = *snapshot.observedFrom;
    std::vector<UnobservedSpan> spans;
    for (const UnobservedSpan &away : snapshot.unobserved) {
        spans.push_back({from, away.from});
        from = away.to;
    }
    spans.push_back({from, snapshot.asOf});
    return spans;
}

} // namespace

JoinedWindow::JoinedWindow(std::shared_ptr<const PastWindow> past) : m_past(std::move(past)) {}

const Sums &JoinedWindow::pastSince(Second start, Second to)
{
    if (m_sumsStart != start) {
        m_sumsStart = start;
        m_sums = m_past->between(start, to);
    }
    return m_sums;
}

void JoinedWindow::complete(Snapshot &snapshot, const EngineRows &engine)
{
    if (!snapshot.startedAt || !snapshot.metrics)
        return;
    const Second start =
        rowStart(metrics::windowStart(snapshot.window, snapshot.asOf), m_past->resolution());
    const std::optional<Second> last = m_past->last();
    if (!last || *last <= start)
        return;
    if (m_madeOf != snapshot.metrics) {
        m_madeOf = snapshot.metrics;
        m_made = join(snapshot, start, engine);
    }
    putObserved(snapshot, start);
    snapshot.metrics = m_made;
}

std::shared_ptr<const Metrics> JoinedWindow::join(const Snapshot &snapshot, Second start,
                                                  const EngineRows &engine)
{
    auto joined = std::make_shared<Metrics>(*snapshot.metrics);
    const Second far = snapshot.asOf + m_past->resolution();
    SpanSums span;
    span.all = pastSince(start, far);
    span.matured = span.all;
    for (const Rollup &row : engine.all(start, snapshot.asOf - start))
        span.all.add(row);
    span.observedSeconds = span.all.observedSeconds();
    const auto &signals = snapshot.configuration->signals;
    for (std::size_t i = 0; i < std::min(signals.size(), joined->signals.size()); ++i) {
        SignalValue &value = joined->signals[i].value;
        const SignalValue live = std::move(value);
        if (const auto *funnel = std::get_if<FunnelSnapshot>(&live))
            if (snapshot.asOf - funnel->maturing > start)
                for (const Rollup &row :
                     engine.funnels(start, snapshot.asOf - funnel->maturing - start))
                    if (row.signal == signals[i].name)
                        span.matured.add(row);
        value = valueOf(signals[i], span);
        keepLive(live, joined->windowLedger, value);
        addPoints(snapshot, signals[i], live, engine, value);
        joined->signals[i].by.clear(); // of this run alone: no longer parts of the whole
    }
    addFailures(*joined, span.all);
    return joined;
}

void JoinedWindow::addPoints(const Snapshot &snapshot, const config::SignalConfiguration &signal,
                             const SignalValue &live, const EngineRows &engine,
                             SignalValue &value) const
{
    const PastWindow &past = *m_past;
    const std::string &name = signal.name;
    const auto rowOf = [&](const Sums &sums) {
        const Rollup *row = sums.find(name);
        return row == nullptr ? Rollup{} : *row;
    };
    // Of a point that both saw part of.
    const auto bothOf = [&](const Sums &sums, Second end) {
        Rollup row = rowOf(sums);
        if (end > *snapshot.startedAt)
            for (const Rollup &own : engine.all(end - past.step(), past.step()))
                if (own.signal == name)
                    addTo(row, own);
        return row;
    };
    if (auto *rate = std::get_if<RateSnapshot>(&value)) {
        rate->series = std::get<RateSnapshot>(live).series;
        addEach(past, rate->series,
                [&](auto &at, const Sums &sums, Second) { at += rowOf(sums).n; });
    } else if (auto *ratio = std::get_if<RatioSnapshot>(&value)) {
        ratio->series = std::get<RatioSnapshot>(live).series;
        addEach(past, ratio->series, [&](RatioPoint &at, const Sums &sums, Second) {
            const Rollup row = rowOf(sums);
            at.good += row.n - row.bad;
            at.bad += row.bad;
        });
    } else if (auto *sum = std::get_if<SumSnapshot>(&value)) {
        const auto &now = std::get<SumSnapshot>(live);
        sum->series = now.series;
        const std::string currency(sum->seriesCurrency.view());
        if (now.seriesCurrency != sum->seriesCurrency)
            putOwnSums(snapshot, name, currency, engine, sum->series);
        addEach(past, sum->series, [&](auto &at, const Sums &sums, Second) {
            if (const Rollup *row = sums.find(name, currency))
                at += row->sumMinor;
        });
    } else if (auto *latency = std::get_if<LatencySnapshot>(&value)) {
        latency->series = std::get<LatencySnapshot>(live).series;
        latency->counts = std::get<LatencySnapshot>(live).counts;
        addEach(past, latency->series, [&](Quantiles &at, const Sums &sums, Second end) {
            at = quantilesOf(bothOf(sums, end));
        });
        addEach(past, latency->counts,
                [&](auto &at, const Sums &sums, Second) { at += rowOf(sums).n; });
    } else if (auto *uniques = std::get_if<UniquesSnapshot>(&value)) {
        uniques->series = std::get<UniquesSnapshot>(live).series;
        addEach(past, uniques->series,
                [&](auto &at, const Sums &sums, Second end) { at = uniquesOf(bothOf(sums, end)); });
    } else if (auto *funnel = std::get_if<FunnelSnapshot>(&value)) {
        funnel->series = std::get<FunnelSnapshot>(live).series;
        Series<FunnelPoint> &series = funnel->series;
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const Second end = series.start + series.step * static_cast<Seconds::rep>(i + 1);
            if (end - funnel->rolling > *past.last())
                break;
            const Sums cohorts = past.between(end - funnel->rolling, end);
            if (const Rollup *cohort = cohorts.find(name, kCohortSlot)) {
                series.points[i].entered += cohort->n;
                series.points[i].converted += cohort->n - std::min(cohort->n, cohort->bad);
            }
        }
    }
}

void JoinedWindow::addFailures(Metrics &metrics, const Sums &sums) const
{
    const Rollup *all = sums.find(kFailuresName);
    metrics.failuresCount = all == nullptr ? 0 : all->n;
    addEach(*m_past, metrics.failures, [](double &at, const Sums &point, Second) {
        if (const Rollup *row = point.find(kFailuresName))
            at += static_cast<double>(row->n);
    });
    const Series<double> &grid = metrics.failures;
    addPastCategories(sums, metrics.categories, [&](std::string_view attrs) {
        Series<std::uint64_t> past{grid.start, grid.step, grid.partial, {}};
        past.points.resize(grid.points.size());
        addEach(*m_past, past, [&](auto &at, const Sums &point, Second) {
            point.forEachValue(kFailuresName, [&](const std::string &key, const Rollup &row) {
                at += key == attrs ? row.n : 0;
            });
        });
        return past;
    });
}

void JoinedWindow::putObserved(Snapshot &snapshot, Second start) const
{
    const Seconds whole = m_past->resolution();
    ObservedSpans observed(start);
    const std::vector<UnobservedSpan> own = ownSpans(snapshot, start);
    auto next = own.begin();
    m_past->forEachObserved(start, snapshot.asOf + whole, [&](Second end, double seconds) {
        for (; next != own.end() && next->from <= end - whole; ++next)
            observed.addSpan(next->from, next->to);
        observed.addRow(end, end - whole, seconds);
    });
    for (; next != own.end(); ++next)
        observed.addSpan(next->from, next->to);
    observed.put(snapshot);
}

} // namespace ingest::history
