// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failure_stack.h"

#include "models/category_key.h"
#include "models/open_second.h"
#include "models/rolling_rate.h"
#include "models/series_time.h"
#include "models/trust.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace models {

namespace {

// By how much a band rose of late: the mean of the last `points` over the mean of the first half,
// where this is more than chance (four standard deviations of a Poisson count) and a tenth of all
// failures; else 0.
double riseOver(const std::vector<double> &rates, const std::vector<double> &total,
                std::ptrdiff_t points, double stepMinutes)
{
    const auto mean = [](auto begin, auto end) {
        return std::accumulate(begin, end, 0.0) / double(end - begin);
    };
    const auto half = static_cast<std::ptrdiff_t>(rates.size()) / 2;
    const double before = mean(rates.begin(), rates.begin() + half);
    const double now = mean(rates.end() - points, rates.end());
    const double all = mean(total.end() - points, total.end());
    const double minutes = double(points) * stepMinutes;
    const double chance = 4 * std::sqrt((before + 1 / minutes) / minutes);
    const double rise = now - before;
    return rise > 0.5 * before && rise > 0.1 * all && rise > chance ? rise : 0;
}

// The last quarter tells what lasts, the last twentieth what has just begun.
double growthOf(const std::vector<double> &rates, const std::vector<double> &total,
                double stepMinutes)
{
    const auto n = static_cast<std::ptrdiff_t>(rates.size());
    if (n < 8)
        return 0;
    return std::max(riseOver(rates, total, n / 4, stepMinutes),
                    riseOver(rates, total, std::max<std::ptrdiff_t>(2, n / 20), stepMinutes));
}

// The indices of series points that were observed and can be trusted.
std::pair<std::size_t, std::size_t> observedPoints(const ingest::Series<double> &series,
                                                   const TimeAxis &axis, double dataEnd)
{
    std::size_t first = 0;
    while (first < series.points.size() && endMs(series, first, axis.toMs) <= axis.observedFromMs)
        ++first;
    std::size_t last = series.points.size();
    while (last > first && beginMs(series, last - 1) >= dataEnd)
        --last;
    return {first, last};
}

std::vector<double> slice(const std::vector<double> &values, std::pair<std::size_t, std::size_t> at)
{
    if (at.second > values.size())
        return std::vector<double>(at.second - at.first, 0.0);
    return {values.begin() + std::ptrdiff_t(at.first), values.begin() + std::ptrdiff_t(at.second)};
}

// Whatever the named bands leave of all failures.
FailureBand remainder(const FailureStack &stack, std::uint64_t count)
{
    FailureBand rest;
    rest.name = QCoreApplication::translate("FailureStack", "Other");
    rest.count = count;
    rest.perMinute = stack.total;
    for (const FailureBand &band : stack.bands)
        for (std::size_t i = 0; i < rest.perMinute.size(); ++i)
            rest.perMinute[i] = std::max(0.0, rest.perMinute[i] - band.perMinute[i]);
    return rest;
}

// The rate of the rolling span that ends with what is known of the open second.
std::optional<QPointF> openTotal(const ingest::Snapshot &snapshot, ingest::Seconds rolling,
                                 double observedFromMs)
{
    const auto until = openUntilMs(snapshot, nullptr);
    if (!until)
        return std::nullopt;
    ingest::Series<double> counts = snapshot.metrics->failures;
    if (!counts.partial)
        counts.points.push_back(0);
    counts.points.back() += double(snapshot.open->failures);
    const double rate = rollingPerMinute(counts, rolling, observedFromMs, *until).back();
    if (std::isnan(rate))
        return std::nullopt;
    return QPointF(*until, rate);
}

void arrange(FailureStack &stack, double stepMinutes)
{
    // By letter, not by count: two of nearly equal count would swap places again and again.
    std::sort(stack.bands.begin(), stack.bands.end(),
              [](const FailureBand &a, const FailureBand &b) { return a.ordinal > b.ordinal; });
    double most = 0;
    auto top = stack.bands.end();
    for (auto band = stack.bands.begin(); band != stack.bands.end(); ++band) {
        const double growth = growthOf(band->perMinute, stack.total, stepMinutes);
        if (growth > most) {
            most = growth;
            top = band;
        }
    }
    if (top == stack.bands.end())
        return;
    top->grown = true;
    std::rotate(top, top + 1, stack.bands.end());
}

} // namespace

FailureStack failureStack(const ingest::Snapshot &snapshot)
{
    FailureStack stack;
    stack.rolling = rollingSpanOf(snapshot.window);
    if (!snapshot.metrics || snapshot.metrics->failures.points.empty())
        return stack;
    const ingest::Metrics &metrics = *snapshot.metrics;
    const TimeAxis axis = timeAxisOf(snapshot);
    stack.dataEndMs = dataEndMs(snapshot, nullptr);
    const auto observed =
        observedPoints(metrics.failures, axis, stack.dataEndMs.value_or(axis.toMs));
    for (std::size_t i = observed.first; i < observed.second; ++i)
        stack.endsMs.push_back(endMs(metrics.failures, i, axis.toMs));
    const auto ratesOf = [&](const ingest::Series<double> &series) {
        return slice(rollingPerMinute(series, stack.rolling, axis.observedFromMs, axis.toMs),
                     observed);
    };
    stack.total = ratesOf(metrics.failures);
    stack.open = openTotal(snapshot, stack.rolling, axis.observedFromMs);
    std::uint64_t rest = metrics.failuresCount;
    for (const ingest::CategorySnapshot &category : metrics.categories) {
        if (stack.bands.size() == kFailureBands || category.category == "(other)")
            continue;
        FailureBand band;
        band.ordinal = category.ordinal;
        band.name = categoryName(category.category);
        band.count = category.count;
        band.perMinute = ratesOf(asDoubles(category.series));
        rest -= std::min(rest, category.count);
        stack.bands.push_back(std::move(band));
    }
    arrange(stack, double(metrics.failures.step.count()) / 60);
    if (rest > 0)
        stack.bands.insert(stack.bands.begin(), remainder(stack, rest));
    return stack;
}

ValueRange FailureStack::wantedRange() const
{
    double most = open ? open->y() : 0;
    for (std::size_t i = 0; i < endsMs.size(); ++i) {
        double sum = 0;
        for (const FailureBand &band : bands)
            sum += band.perMinute[i];
        most = std::max(most, sum);
    }
    return {0, std::max(1.0, most * 1.12)};
}

} // namespace models
