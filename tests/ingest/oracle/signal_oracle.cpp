// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/oracle/signal_oracle.h"

#include <fnmatch.h>

#include <algorithm>
#include <cmath>

namespace oracle {

using namespace ingest;
using config::SignalConfiguration;
using config::SignalKind;

namespace {

std::optional<double> numberOf(const test::RawEvent &event, const std::string &name)
{
    for (const auto &[key, number] : event.numbers)
        if (key == name)
            return number;
    return std::nullopt;
}

std::optional<wire::Money> moneyOf(const SignalConfiguration &signal, const test::RawEvent &event)
{
    if (signal.field == "amount")
        return event.money;
    const auto number = numberOf(event, signal.field);
    if (!number)
        return std::nullopt;
    // Exactly as written, a half away from zero: the streams write at most three decimals, none
    // below zero, and a double times 100 would round some halves down.
    return wire::Money{(std::llround(*number * 1000) + 5) / 10, {}};
}

template <class Point, class Add>
Series<Point> seriesOf(const std::vector<Kept> &charted, const Frame &frame, Add add)
{
    const Grid grid = gridOf(frame.window, frame.asOf, frame.step);
    Series<Point> series{Second{Seconds{grid.start}}, Seconds{grid.step}, grid.partial,
                         std::vector<Point>(grid.points)};
    for (const Kept &kept : charted) {
        const auto bucket = std::chrono::ceil<Seconds>(kept.time).time_since_epoch().count();
        add(series.points[static_cast<std::size_t>((bucket - grid.start - 1) / grid.step)], kept);
    }
    return series;
}

RateSnapshot rateOf(const std::vector<Kept> &events, const std::vector<Kept> &charted,
                    const Frame &frame)
{
    RateSnapshot rate;
    rate.count = events.size();
    if (frame.observedSeconds > 0)
        rate.perSecond = static_cast<double>(rate.count) / frame.observedSeconds;
    rate.series =
        seriesOf<std::uint64_t>(charted, frame, [](auto &point, const Kept &) { ++point; });
    return rate;
}

RatioSnapshot ratioOf(const SignalConfiguration &signal, const std::vector<Kept> &events,
                      const std::vector<Kept> &charted, const Frame &frame)
{
    RatioSnapshot ratio;
    RatioValue &value = ratio.value;
    for (const Kept &kept : events)
        ++(matchesAny(signal.good, *kept.raw) ? value.good : value.bad);
    const auto good = static_cast<double>(value.good);
    const auto trials = static_cast<double>(value.good + value.bad);
    if (trials > 0)
        value.value = good / trials;
    value.wilson95 = wilson(value.good, value.good + value.bad);
    if (frame.lost && trials + static_cast<double>(*frame.lost) > 0) {
        const double all = trials + static_cast<double>(*frame.lost);
        value.completeness = {good / all, (good + static_cast<double>(*frame.lost)) / all};
    }
    ratio.series = seriesOf<RatioPoint>(charted, frame, [&](auto &point, const Kept &kept) {
        ++(matchesAny(signal.good, *kept.raw) ? point.good : point.bad);
    });
    return ratio;
}

double rankValue(std::vector<double> values, double q)
{
    std::ranges::sort(values);
    const double rank = std::ceil(q * static_cast<double>(values.size()));
    return values[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

Quantiles quantilesOf(const std::vector<double> &values)
{
    if (values.empty())
        return {};
    return {rankValue(values, 0.5),  rankValue(values, 0.75), rankValue(values, 0.9),
            rankValue(values, 0.95), rankValue(values, 0.99), rankValue(values, 1)};
}

LatencySnapshot latencyOf(const SignalConfiguration &signal, const std::vector<Kept> &events,
                          const std::vector<Kept> &charted, const Frame &frame)
{
    LatencySnapshot latency;
    std::vector<double> values;
    for (const Kept &kept : events)
        values.push_back(*numberOf(*kept.raw, signal.field));
    latency.count = values.size();
    latency.value = quantilesOf(values);
    const auto byPoint =
        seriesOf<std::vector<double>>(charted, frame, [&](auto &point, const Kept &kept) {
            point.push_back(*numberOf(*kept.raw, signal.field));
        });
    latency.series = {byPoint.start, byPoint.step, byPoint.partial, {}};
    latency.counts = {byPoint.start, byPoint.step, byPoint.partial, {}};
    for (const std::vector<double> &point : byPoint.points) {
        latency.series.points.push_back(quantilesOf(point));
        latency.counts.points.push_back(point.size());
    }
    return latency;
}

SumSnapshot sumOf(const SignalConfiguration &signal, const std::vector<Kept> &events,
                  const std::vector<Kept> &charted, const Frame &frame)
{
    SumSnapshot sum;
    std::map<std::string, std::pair<std::uint64_t, SumValue>> byCurrency;
    for (const Kept &kept : events) {
        const wire::Money money = *moneyOf(signal, *kept.raw);
        auto &[count, value] = byCurrency[std::string(money.currency.view())];
        ++count;
        value.currency = money.currency;
        value.minor += money.minor;
        value.exponent = money.currency.view() == "JPY"   ? 0
                         : money.currency.view() == "KWD" ? 3
                                                          : 2;
    }
    std::uint64_t most = 0;
    for (const auto &[currency, of] : byCurrency) {
        sum.count += of.first;
        sum.sums.push_back(of.second);
        if (of.first > most)
            sum.seriesCurrency = of.second.currency;
        most = std::max(most, of.first);
    }
    sum.series = seriesOf<std::int64_t>(charted, frame, [&](auto &point, const Kept &kept) {
        const wire::Money money = *moneyOf(signal, *kept.raw);
        point += money.currency == sum.seriesCurrency ? money.minor : 0;
    });
    return sum;
}

UniquesSnapshot uniquesOf(const std::vector<Kept> &events)
{
    std::set<std::string> journeys;
    for (const Kept &kept : events)
        journeys.insert(kept.raw->journey);
    return {journeys.size(), true, {}};
}

} // namespace

bool matches(const config::EventFilter &filter, const test::RawEvent &event)
{
    if (::fnmatch(filter.pattern.c_str(), event.type.c_str(), FNM_NOESCAPE) != 0)
        return false;
    return std::ranges::all_of(filter.where, [&](const auto &condition) {
        return std::ranges::find(event.attributes, condition) != event.attributes.end();
    });
}

bool matchesAny(const std::vector<config::EventFilter> &filters, const test::RawEvent &event)
{
    return std::ranges::any_of(filters, [&](const auto &filter) { return matches(filter, event); });
}

Interval wilson(std::uint64_t good, std::uint64_t trials)
{
    if (trials == 0)
        return {};
    const double z = 1.959963984540054;
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(good) / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {good == 0 ? 0 : middle - half, good == trials ? 1 : middle + half};
}

std::vector<Kept> concerning(const SignalConfiguration &signal, const std::vector<Kept> &events)
{
    std::vector<Kept> concerned;
    for (const Kept &kept : events) {
        const test::RawEvent &event = *kept.raw;
        bool concerns = signal.events.empty() || matchesAny(signal.events, event);
        if (signal.kind == SignalKind::ratio)
            concerns = matchesAny(signal.good, event) || matchesAny(signal.bad, event);
        else if (signal.kind == SignalKind::latency)
            concerns = concerns && numberOf(event, signal.field);
        else if (signal.kind == SignalKind::sum)
            concerns = concerns && moneyOf(signal, event);
        else if (signal.kind == SignalKind::uniques)
            concerns = concerns && !event.journey.empty();
        if (concerns)
            concerned.push_back(kept);
    }
    return concerned;
}

SignalValue valueOf(const SignalConfiguration &signal, const std::vector<Kept> &events,
                    const std::vector<Kept> &charted, const Frame &frame)
{
    switch (signal.kind) {
    case SignalKind::rate:
        return rateOf(events, charted, frame);
    case SignalKind::ratio:
        return ratioOf(signal, events, charted, frame);
    case SignalKind::latency:
        return latencyOf(signal, events, charted, frame);
    case SignalKind::sum:
        return sumOf(signal, events, charted, frame);
    case SignalKind::uniques:
        return uniquesOf(events);
    case SignalKind::funnel:
        break;
    }
    return FunnelSnapshot{};
}

} // namespace oracle
