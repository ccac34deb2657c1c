// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/history/signal_values.h"

#include "ingest/metrics/hyper_log_log.h"
#include "ingest/metrics/latency_histogram.h"
#include "ingest/metrics/latency_series.h"
#include "ingest/metrics/wilson.h"
#include "ingest/wire/currency.h"

#include <algorithm>
#include <cmath>

namespace ingest::history {

namespace {

metrics::LatencyHistogram histogramOf(const Rollup &row)
{
    metrics::LatencyHistogram histogram;
    for (const auto &[slot, count] : row.histogram)
        histogram.enter(slot, count);
    histogram.setMax(histogram.greatestSlotMs());
    return histogram;
}

std::optional<wire::CurrencyCode> currencyOf(std::string_view slot)
{
    if (slot.size() != 3)
        return std::nullopt;
    return wire::CurrencyCode{{slot[0], slot[1], slot[2]}};
}

std::optional<double> share(std::uint64_t part, std::uint64_t whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

RateSnapshot rateOf(const Rollup &row, double observedSeconds)
{
    RateSnapshot rate;
    rate.count = row.n;
    if (observedSeconds > 0)
        rate.perSecond = static_cast<double>(row.n) / observedSeconds;
    return rate;
}

RatioSnapshot ratioOf(const Rollup &row)
{
    RatioSnapshot ratio;
    ratio.value.bad = std::min(row.bad, row.n);
    ratio.value.good = row.n - ratio.value.bad;
    ratio.value.value = share(ratio.value.good, row.n);
    ratio.value.wilson95 = metrics::wilson95(ratio.value.good, row.n);
    return ratio;
}

LatencySnapshot latencyOf(const config::SignalConfiguration &signal, const Rollup &row)
{
    LatencySnapshot latency;
    const metrics::LatencyHistogram histogram = histogramOf(row);
    latency.count = histogram.count();
    latency.value = metrics::quantilesOf(histogram);
    if (signal.apdexMs && latency.count > 0) {
        const auto satisfied = static_cast<double>(histogram.countAtOrBelowMs(*signal.apdexMs));
        const auto tolerated = static_cast<double>(histogram.countAtOrBelowMs(4 * *signal.apdexMs));
        latency.apdex = (satisfied + tolerated) / 2 / static_cast<double>(latency.count);
    }
    return latency;
}

SumSnapshot sumOf(std::string_view name, const Sums &sums)
{
    SumSnapshot sum;
    std::uint64_t most = 0;
    sums.forEachSlot(name, [&](const std::string &slot, const Rollup &row) {
        const auto currency = currencyOf(slot);
        if (!currency || row.n == 0)
            return;
        sum.count += row.n;
        sum.sums.push_back({*currency, row.sumMinor, wire::exponentOf(*currency)});
        if (row.n > most) {
            most = row.n;
            sum.seriesCurrency = *currency;
        }
    });
    return sum;
}

FunnelSnapshot funnelOf(const config::SignalConfiguration &signal, const SpanSums &span)
{
    FunnelSnapshot funnel;
    for (std::size_t k = 1; k <= signal.steps.size(); ++k) {
        const Rollup *row = span.all.find(signal.name, std::to_string(k));
        funnel.steps.push_back({signal.steps[k - 1].pattern, row == nullptr ? 0 : row->n, {}});
    }
    if (funnel.steps.empty())
        return funnel;
    const std::uint64_t entered = funnel.steps.front().journeys;
    const std::uint64_t converted = std::min(funnel.steps.back().journeys, entered);
    funnel.conversion = share(converted, entered);
    funnel.wilson95 = metrics::wilson95(converted, entered);
    funnel.lower = funnel.upper = funnel.conversion.value_or(0);
    if (const Rollup *cohort = span.matured.find(signal.name, kCohortSlot)) {
        const std::uint64_t good = cohort->n - std::min(cohort->bad, cohort->n);
        funnel.settled = funnel.matured = cohort->n;
        funnel.settledConversion = funnel.maturedConversion = share(good, cohort->n);
        funnel.maturedWilson95 = metrics::wilson95(good, cohort->n);
    }
    return funnel;
}

template <class Point, class Of>
Series<Point> seriesOf(const PointSums &points, Of of)
{
    Series<Point> series{points.start, points.step, points.partial, {}};
    series.points.reserve(points.points.size());
    for (const Sums *sums : points.points)
        series.points.push_back(sums == nullptr ? Point{} : of(*sums));
    return series;
}

} // namespace

SignalValue valueOf(const config::SignalConfiguration &signal, const SpanSums &span)
{
    const Rollup none;
    const Rollup *found = span.all.find(signal.name);
    const Rollup &row = found == nullptr ? none : *found;
    switch (signal.kind) {
    case config::SignalKind::rate:
        return rateOf(row, span.observedSeconds);
    case config::SignalKind::ratio:
        return ratioOf(row);
    case config::SignalKind::latency:
        return latencyOf(signal, row);
    case config::SignalKind::sum:
        return sumOf(signal.name, span.all);
    case config::SignalKind::uniques:
        return UniquesSnapshot{uniquesOf(row), false, {}};
    case config::SignalKind::funnel:
        break;
    }
    return funnelOf(signal, span);
}

void putSeries(const config::SignalConfiguration &signal, const PointSums &points,
               SignalValue &value)
{
    const Rollup none;
    const auto rowOf = [&](const Sums &sums) -> const Rollup & {
        const Rollup *row = sums.find(signal.name);
        return row == nullptr ? none : *row;
    };
    if (auto *rate = std::get_if<RateSnapshot>(&value)) {
        rate->series =
            seriesOf<std::uint64_t>(points, [&](const Sums &sums) { return rowOf(sums).n; });
    } else if (auto *ratio = std::get_if<RatioSnapshot>(&value)) {
        ratio->series = seriesOf<RatioPoint>(points, [&](const Sums &sums) {
            const Rollup &row = rowOf(sums);
            return RatioPoint{row.n - std::min(row.bad, row.n), row.bad};
        });
    } else if (auto *latency = std::get_if<LatencySnapshot>(&value)) {
        latency->series =
            seriesOf<Quantiles>(points, [&](const Sums &sums) { return quantilesOf(rowOf(sums)); });
        latency->counts =
            seriesOf<std::uint64_t>(points, [&](const Sums &sums) { return rowOf(sums).n; });
    } else if (auto *sum = std::get_if<SumSnapshot>(&value)) {
        const std::string currency(sum->seriesCurrency.view());
        sum->series = seriesOf<std::int64_t>(points, [&](const Sums &sums) {
            const Rollup *row = sums.find(signal.name, currency);
            return row == nullptr ? 0 : row->sumMinor;
        });
    } else if (auto *uniques = std::get_if<UniquesSnapshot>(&value)) {
        uniques->series = seriesOf<std::uint64_t>(
            points, [&](const Sums &sums) { return uniquesOf(rowOf(sums)); });
    } else if (auto *funnel = std::get_if<FunnelSnapshot>(&value)) {
        funnel->rolling = points.rolling;
        funnel->series = {points.start, points.step, points.partial, {}};
        for (std::size_t i = 0; i < points.points.size(); ++i) {
            const Sums sums = points.rollingAt(i);
            const Rollup *cohort = sums.find(signal.name, kCohortSlot);
            FunnelPoint &point = funnel->series.points.emplace_back();
            if (cohort != nullptr)
                point = {cohort->n, cohort->n - std::min(cohort->bad, cohort->n), 0};
        }
    }
}

Series<double> failuresOf(const PointSums &points)
{
    return seriesOf<double>(points, [](const Sums &sums) {
        const Rollup *row = sums.find(kFailuresName);
        return row == nullptr ? 0.0 : static_cast<double>(row->n);
    });
}

std::uint64_t uniquesOf(const Rollup &row)
{
    return static_cast<std::uint64_t>(std::llround(metrics::HyperLogLog::estimateOf(row.uniques)));
}

Quantiles quantilesOf(const Rollup &row)
{
    return row.histogram.empty() ? Quantiles{} : metrics::quantilesOf(histogramOf(row));
}

} // namespace ingest::history
