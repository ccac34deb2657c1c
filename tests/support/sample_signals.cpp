// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_signals.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace samples {

namespace {

using namespace ingest;

Interval wilson(double good, double trials)
{
    if (trials <= 0)
        return {};
    constexpr double z = 1.959964;
    const double p = good / trials;
    const double middle = (p + z * z / (2 * trials)) / (1 + z * z / trials);
    const double half =
        z * std::sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials)) / (1 + z * z / trials);
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

// The part of the last point that lies before asOf.
template <class Point>
double lastCovered(const Series<Point> &series)
{
    const Second end = series.start + series.step * std::int64_t(series.points.size());
    return 1 - double((end - sampleAsOf()).count()) / double(series.step.count());
}

template <class Point, class Value>
Series<Point> seriesOf(Course &course, Window window, Value value)
{
    Series<Point> series = emptySeries<Point>(window, course.asOf());
    const double perMinute = double(series.step.count()) / 60;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const double ago = minutesAgo(series, i);
        const double covered = i + 1 == series.points.size() ? lastCovered(series) : 1;
        if (course.recorded(ago))
            series.points[i] = value(ago, perMinute * covered);
    }
    return series;
}

std::uint64_t total(const Series<std::uint64_t> &series)
{
    std::uint64_t sum = 0;
    for (const std::uint64_t count : series.points)
        sum += count;
    return sum;
}

FunnelSnapshot funnelOf(Course &course, Window window)
{
    FunnelSnapshot funnel;
    const double sessions = std::round(284'900 * course.scale() * course.observedMinutes() / 60);
    const std::array<std::pair<const char *, double>, 7> shares{{{"session.started", 1},
                                                                 {"product.viewed", 0.690},
                                                                 {"cart.item_added", 0.1366},
                                                                 {"checkout.started", 0.0547},
                                                                 {"payment.submitted", 0.03796},
                                                                 {"payment.approved", 0.03545},
                                                                 {"order.completed", 0.0353}}};
    constexpr std::array<double, 7> medians{0, 14, 112, 185, 81, 9, 1};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        FunnelStep step;
        step.name = shares[i].first;
        step.journeys = static_cast<std::uint64_t>(std::llround(sessions * shares[i].second));
        if (i > 0 && step.journeys > 0)
            step.medianSeconds = medians[i];
        funnel.steps.push_back(step);
    }
    const double orders = double(funnel.steps.back().journeys);
    if (sessions > 0)
        funnel.conversion = orders / sessions;
    funnel.wilson95 = wilson(orders, sessions);
    funnel.settled = funnel.matured = static_cast<std::uint64_t>(sessions * 0.9);
    if (funnel.matured > 0)
        funnel.settledConversion = funnel.maturedConversion = orders / sessions;
    funnel.maturedWilson95 = wilson(orders * 0.9, sessions * 0.9);
    funnel.inFlight = static_cast<std::uint64_t>(sessions * 0.05);
    funnel.lower = funnel.conversion.value_or(0);
    funnel.upper = funnel.conversion.value_or(0) + 0.05;
    funnel.nowcast = funnel.conversion;
    funnel.maturing = std::chrono::minutes(6);
    funnel.rolling = std::chrono::minutes(5);
    funnel.series = seriesOf<FunnelPoint>(course, window, [&course](double ago, double) {
        // Recent cohorts have not had their time yet: the naive figure sags.
        const double had = std::clamp(0.9 + (ago - 6) / 60, 0.0, 1.0);
        const double sag = ago >= 6 ? 1 : std::min(1.0, had + 0.012 * ago);
        const double entered = 5 * course.sessionsPerMinute(ago);
        FunnelPoint point;
        point.entered = course.count(entered);
        point.converted = static_cast<std::uint64_t>(
            double(point.entered) * course.conversion(ago) * sag * course.jitter(0.012));
        point.stillToConvert = double(point.entered) * course.conversion(ago) * (1 - sag);
        return point;
    });
    return funnel;
}

RatioSnapshot successOf(Course &course, Window window)
{
    RatioSnapshot ratio;
    ratio.series = seriesOf<RatioPoint>(course, window, [&course](double ago, double perMinute) {
        const double approved = course.sessionsPerMinute(ago) * course.conversion(ago);
        const double failed = course.failuresPerMinute(0, ago) + course.failuresPerMinute(1, ago);
        return RatioPoint{course.count(approved * perMinute), course.count(failed * perMinute)};
    });
    for (const RatioPoint &point : ratio.series.points) {
        ratio.value.good += point.good;
        ratio.value.bad += point.bad;
    }
    const double trials = double(ratio.value.good + ratio.value.bad);
    if (trials > 0)
        ratio.value.value = double(ratio.value.good) / trials;
    ratio.value.wilson95 = wilson(double(ratio.value.good), trials);
    ratio.value.completeness = {ratio.value.value.value_or(0), ratio.value.value.value_or(1)};
    return ratio;
}

Quantiles quantilesAround(double p75)
{
    return {p75 * 0.625, p75, p75 * 1.3, p75 * 1.62, p75 * 2.53, p75 * 4.1};
}

LatencySnapshot latencyOf(Course &course, Window window)
{
    LatencySnapshot latency;
    latency.series = seriesOf<Quantiles>(course, window, [&course](double ago, double) {
        const double p75 = course.lcpMs(ago) * course.jitter(0.012);
        Quantiles q = quantilesAround(p75);
        q.p95 = *q.p95 * course.jitter(0.03);
        q.p99 = *q.p99 * course.jitter(0.06);
        return q;
    });
    latency.counts =
        seriesOf<std::uint64_t>(course, window, [&course](double ago, double perMinute) {
            return course.count(course.sessionsPerMinute(ago) * 3 * perMinute);
        });
    latency.count = total(latency.counts);
    if (latency.count > 0) {
        latency.value = quantilesAround(2240);
        latency.apdex = 0.91;
    }
    return latency;
}

SumSnapshot revenueOf(Course &course, Window window)
{
    SumSnapshot sum;
    sum.seriesCurrency.letters = {'E', 'U', 'R'};
    sum.series = seriesOf<std::int64_t>(course, window, [&course](double ago, double perMinute) {
        const double euro = course.revenuePerMinute(ago) * perMinute * course.jitter(0.06);
        return static_cast<std::int64_t>(euro * 100);
    });
    std::int64_t minor = 0;
    for (const std::int64_t point : sum.series.points)
        minor += point;
    if (minor > 0) {
        sum.sums.push_back({sum.seriesCurrency, minor, 2});
        sum.count = static_cast<std::uint64_t>(minor / 5780);
    }
    return sum;
}

UniquesSnapshot activeOf(Course &course, Window window)
{
    UniquesSnapshot uniques;
    uniques.series = seriesOf<std::uint64_t>(course, window, [&course](double ago, double) {
        return course.count(course.sessionsPerMinute(ago) * 8.1);
    });
    uniques.count = uniques.series.points.empty() ? 0 : uniques.series.points.back();
    return uniques;
}

std::vector<CategorySnapshot> categoriesOf(Course &course, Window window)
{
    struct Named
    {
        const char *category;
        const char *type;
    };
    constexpr std::array<Named, 7> kNamed{{{"3-D Secure timeout", "payment.failed"},
                                           {"Card declined", "payment.failed"},
                                           {"Out of stock", "cart.add_failed"},
                                           {"Price changed", "cart.add_failed"},
                                           {"Address invalid", "checkout.failed"},
                                           {"Script error", "page.error"},
                                           {"Search timeout", "search.failed"}}};
    constexpr std::size_t kMinor = 11;
    std::vector<CategorySnapshot> categories;
    for (std::size_t i = 0; i < kNamed.size() + kMinor; ++i) {
        CategorySnapshot row;
        row.ordinal = static_cast<std::uint32_t>(i);
        row.category = i < kNamed.size() ? kNamed[i].category
                                         : "Minor failure " + std::to_string(i - kNamed.size());
        row.type = i < kNamed.size() ? kNamed[i].type : "checkout.failed";
        row.fingerprint = "request <num> failed";
        row.series = seriesOf<std::uint64_t>(course, window, [&](double ago, double perMinute) {
            return course.count(course.failuresPerMinute(i, ago) * perMinute);
        });
        row.count = total(row.series);
        row.journeys = row.count * 9 / 10;
        row.firstSeen = course.asOf() - std::chrono::hours(i == 0 ? 1 : 30);
        row.lastSeen = course.asOf() - std::chrono::seconds(1);
        if (row.count > 0)
            categories.push_back(row);
    }
    std::sort(categories.begin(), categories.end(),
              [](const CategorySnapshot &a, const CategorySnapshot &b) {
                  return a.count != b.count ? a.count > b.count : a.ordinal < b.ordinal;
              });
    return categories;
}

SignalSnapshot named(const config::SignalConfiguration &configuration, SignalValue value)
{
    SignalSnapshot signal;
    signal.name = configuration.name;
    signal.title = configuration.title;
    signal.kind = configuration.kind;
    signal.value = std::move(value);
    return signal;
}

config::SignalConfiguration configured(const char *name, const char *title, config::SignalKind kind)
{
    config::SignalConfiguration signal;
    signal.name = name;
    signal.title = title;
    signal.kind = kind;
    return signal;
}

} // namespace

config::Configuration sampleConfiguration()
{
    config::Configuration c;
    using Kind = config::SignalKind;
    c.signals = {configured("checkout", "Conversion", Kind::funnel),
                 configured("payment_success", "Payment success", Kind::ratio),
                 configured("page_lcp", "Largest paint, LCP", Kind::latency),
                 configured("revenue", "Revenue", Kind::sum),
                 configured("active_journeys", "Active sessions", Kind::uniques)};
    c.signals[1].limit = 0.05;
    c.signals[2].thresholdsMs = {2500, 4000};
    c.signals[2].apdexMs = 2500;
    c.experience = {"checkout", "payment_success", "revenue", "page_lcp", "active_journeys", ""};
    return c;
}

Metrics sampleMetrics(Course &course, Window window, bool stale)
{
    const config::Configuration c = sampleConfiguration();
    Metrics metrics;
    metrics.signals = {named(c.signals[0], funnelOf(course, window)),
                       named(c.signals[1], successOf(course, window)),
                       named(c.signals[2], latencyOf(course, window)),
                       named(c.signals[3], revenueOf(course, window)),
                       named(c.signals[4], activeOf(course, window))};
    for (SignalSnapshot &signal : metrics.signals) {
        if (stale) {
            signal.silentSources = {"/shop/orders"};
            signal.staleSince = course.asOf() - std::chrono::seconds(252);
        }
    }
    metrics.categories = categoriesOf(course, window);
    metrics.failures = emptySeries<double>(window, course.asOf());
    for (const CategorySnapshot &category : metrics.categories) {
        metrics.failuresCount += category.count;
        for (std::size_t i = 0; i < category.series.points.size(); ++i)
            metrics.failures.points[i] += double(category.series.points[i]);
    }
    metrics.lost = seriesOf<std::uint64_t>(course, window, [&course](double ago, double perMinute) {
        return course.count(course.lostPerMinute(ago) * perMinute);
    });
    metrics.windowLedger.lost = total(metrics.lost);
    return metrics;
}

} // namespace samples
