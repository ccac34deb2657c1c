// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/asked_point.h"

#include "models/axis_text.h"
#include "models/clock_text.h"
#include "models/cost_text.h"
#include "models/revenue_bars.h"
#include "models/rolling_rate.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

using ingest::Second;
using ingest::Seconds;
using ingest::evidence::Part;

QString askedPointTr(const char *text)
{
    return QCoreApplication::translate("models::AskedPoint", text);
}

// The point that ends at or after `ms`.
template <class Point>
std::optional<std::size_t> pointOf(const ingest::Series<Point> &series, const TimeAxis &axis,
                                   double ms)
{
    const double step = double(series.step.count()) * 1000;
    const double place = std::ceil((ms - toMs(series.start)) / step) - 1;
    if (place < 0 || place >= double(series.points.size()))
        return std::nullopt;
    const auto i = static_cast<std::size_t>(place);
    if (endMs(series, i, axis.toMs) <= axis.observedFromMs || beginMs(series, i) >= axis.toMs)
        return std::nullopt;
    return i;
}

template <class Point>
Second endOf(const ingest::Series<Point> &series, std::size_t i)
{
    return series.start + series.step * static_cast<Seconds::rep>(i + 1);
}

AskedFigure between(const ingest::Snapshot &snapshot, Second from, Second to, const char *what)
{
    AskedFigure asked;
    asked.figure.from = from;
    asked.figure.to = std::min(to, snapshot.asOf);
    asked.figure.asOf = snapshot.asOf;
    asked.title = askedPointTr("%1, %2–%3")
                      .arg(askedPointTr(what), clockTextSeconds(toMs(from)),
                           clockTextSeconds(toMs(asked.figure.to)));
    return asked;
}

std::optional<AskedFigure> askedConversion(const ingest::Snapshot &snapshot, double ms)
{
    const std::string role = rolesOf(snapshot).conversion;
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, role);
    if (funnel == nullptr)
        return std::nullopt;
    const auto i = pointOf(funnel->series, timeAxisOf(snapshot), ms);
    if (!i)
        return std::nullopt;
    const Second end = endOf(funnel->series, *i);
    AskedFigure asked = between(snapshot, end - funnel->rolling, end, "Conversion");
    asked.count = funnel->series.points[*i].entered;
    asked.figure.signal = placeOf(snapshot, role);
    asked.figure.part = Part::entered;
    return asked;
}

std::optional<AskedFigure> askedFailures(const ingest::Snapshot &snapshot, double ms)
{
    const auto &series = snapshot.metrics->failures;
    const auto i = pointOf(series, timeAxisOf(snapshot), ms);
    if (!i)
        return std::nullopt;
    const auto steps = static_cast<std::size_t>(
        std::max<Seconds::rep>(1, rollingSpanOf(snapshot.window) / series.step));
    const std::size_t first = *i + 1 >= steps ? *i + 1 - steps : 0;
    AskedFigure asked =
        between(snapshot, endOf(series, first) - series.step, endOf(series, *i), "Failed attempts");
    asked.figure.failing = true;
    for (std::size_t j = first; j <= *i; ++j)
        asked.count += static_cast<std::uint64_t>(series.points[j]);
    return asked;
}

std::optional<AskedFigure> askedLatency(const ingest::Snapshot &snapshot, double ms)
{
    const std::string role = rolesOf(snapshot).latency;
    const auto *latency = valueNamed<ingest::LatencySnapshot>(snapshot, role);
    if (latency == nullptr)
        return std::nullopt;
    const auto i = pointOf(latency->counts, timeAxisOf(snapshot), ms);
    if (!i)
        return std::nullopt;
    const Second end = endOf(latency->counts, *i);
    AskedFigure asked = between(snapshot, end - latency->counts.step, end, "Load times");
    asked.count = latency->counts.points[*i];
    asked.figure.signal = placeOf(snapshot, role);
    return asked;
}

std::optional<AskedFigure> askedRevenue(const ingest::Snapshot &snapshot, double ms)
{
    const std::string role = rolesOf(snapshot).revenue;
    const auto *sum = valueNamed<ingest::SumSnapshot>(snapshot, role);
    const std::optional<RevenueBars> bars = revenueBars(snapshot);
    if (sum == nullptr || !bars)
        return std::nullopt;
    const auto bar = std::ranges::find_if(
        bars->bars, [ms](const RevenueBar &each) { return ms > each.fromMs && ms <= each.toMs; });
    if (bar == bars->bars.end())
        return std::nullopt;
    const auto &series = sum->series;
    const Second from{Seconds(static_cast<std::int64_t>(bar->fromMs / 1000))};
    const Seconds width(static_cast<std::int64_t>(bars->barMs / 1000));
    AskedFigure asked = between(snapshot, std::max(from, series.start), from + width, "Revenue");
    asked.figure.signal = placeOf(snapshot, role);
    asked.amount = ingest::SumValue{sum->seriesCurrency, 0, bars->exponent};
    for (std::size_t i = 0; i < series.points.size(); ++i)
        if (beginMs(series, i) >= bar->fromMs && beginMs(series, i) < bar->toMs)
            asked.amount->minor += series.points[i];
    return asked;
}

// What of its span was observed.
double observedSeconds(const ingest::Snapshot &snapshot, const AskedFigure &asked)
{
    const double from = std::max(toMs(asked.figure.from), timeAxisOf(snapshot).observedFromMs);
    return (toMs(asked.figure.to) - from) / 1000;
}

QStringList conversionWorkedOut(const ingest::Snapshot &snapshot, const AskedFigure &asked,
                                double ms)
{
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, rolesOf(snapshot).conversion);
    const ingest::FunnelPoint &point =
        funnel->series.points[*pointOf(funnel->series, timeAxisOf(snapshot), ms)];
    QStringList lines{askedPointTr("How conversion is worked out"),
                      askedPointTr("%1 journeys completed").arg(wholeCount(point.converted)),
                      askedPointTr("÷ %1 that began").arg(wholeCount(point.entered))};
    if (asked.figure.to > snapshot.asOf - funnel->maturing)
        lines << askedPointTr("still maturing: more may complete");
    return lines;
}

} // namespace

std::optional<AskedFigure> askedPoint(const ingest::Snapshot &snapshot, ChartLine line, double ms)
{
    if (!snapshot.metrics)
        return std::nullopt;
    switch (line) {
    case ChartLine::conversion:
        return askedConversion(snapshot, ms);
    case ChartLine::failures:
        return askedFailures(snapshot, ms);
    case ChartLine::latency:
        return askedLatency(snapshot, ms);
    case ChartLine::revenue:
        break;
    }
    return askedRevenue(snapshot, ms);
}

QStringList pointWorkedOut(const ingest::Snapshot &snapshot, ChartLine line, double ms)
{
    const std::optional<AskedFigure> asked = askedPoint(snapshot, line, ms);
    if (!asked)
        return {};
    QStringList lines;
    switch (line) {
    case ChartLine::conversion:
        lines = conversionWorkedOut(snapshot, *asked, ms);
        break;
    case ChartLine::failures:
        lines << askedPointTr("How failed attempts are worked out")
              << askedPointTr("%1 failing events").arg(wholeCount(asked->count))
              << askedPointTr("÷ %1").arg(spanText(observedSeconds(snapshot, *asked)));
        break;
    case ChartLine::latency:
        lines << askedPointTr("How load times are worked out")
              << askedPointTr("%1 measurements").arg(wholeCount(asked->count))
              << askedPointTr("p75: three in four were no longer");
        break;
    case ChartLine::revenue:
        lines << askedPointTr("How revenue is worked out") << exactMoney(*asked->amount)
              << askedPointTr("÷ %1").arg(spanText(observedSeconds(snapshot, *asked)));
        break;
    }
    lines << askedPointTr("after %1, until %2")
                 .arg(clockTextSeconds(toMs(asked->figure.from)),
                      clockTextSeconds(toMs(asked->figure.to)));
    return lines;
}

} // namespace models
