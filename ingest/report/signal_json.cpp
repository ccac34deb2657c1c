// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/report/signal_json.h"

#include <array>
#include <cstdio>

namespace ingest::report {

namespace {

constexpr std::array<const char *, 6> kKindNames{"rate",    "ratio", "funnel",
                                                 "latency", "sum",   "uniques"};

Json orNull(const std::optional<double> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json pair(const Interval &interval)
{
    return Json::array({interval.lower, interval.upper});
}

Json valueJson(const RateSnapshot &rate)
{
    return {{"kind", "rate"}, {"count", rate.count}, {"perSecond", rate.perSecond}};
}

Json valueJson(const RatioSnapshot &ratio)
{
    const RatioValue &value = ratio.value;
    return {{"kind", "ratio"},
            {"good", value.good},
            {"bad", value.bad},
            {"value", orNull(value.value)},
            {"wilson95", pair(value.wilson95)},
            {"completeness", pair(value.completeness)}};
}

Json valueJson(const FunnelSnapshot &funnel)
{
    Json steps = Json::array();
    for (std::size_t i = 0; i < funnel.steps.size(); ++i) {
        const FunnelStep &step = funnel.steps[i];
        Json json{{"name", step.name}, {"journeys", step.journeys}};
        if (i > 0)
            json["medianSeconds"] = orNull(step.medianSeconds);
        steps.push_back(std::move(json));
    }
    return {{"kind", "funnel"},
            {"steps", std::move(steps)},
            {"conversion", orNull(funnel.conversion)},
            {"wilson95", pair(funnel.wilson95)},
            {"settled", funnel.settled},
            {"settledConversion", orNull(funnel.settledConversion)},
            {"matured", funnel.matured},
            {"maturedConversion", orNull(funnel.maturedConversion)},
            {"inFlight", funnel.inFlight},
            {"lower", funnel.lower},
            {"upper", funnel.upper},
            {"nowcast", orNull(funnel.nowcast)},
            {"bounded", funnel.bounded}};
}

Json quantilesJson(const Quantiles &quantiles)
{
    return {{"p50Ms", orNull(quantiles.p50)}, {"p75Ms", orNull(quantiles.p75)},
            {"p90Ms", orNull(quantiles.p90)}, {"p95Ms", orNull(quantiles.p95)},
            {"p99Ms", orNull(quantiles.p99)}, {"maxMs", orNull(quantiles.max)}};
}

Json valueJson(const LatencySnapshot &latency)
{
    Json json{{"kind", "latency"}, {"count", latency.count}};
    json.update(quantilesJson(latency.value));
    if (latency.apdex)
        json["apdex"] = *latency.apdex;
    return json;
}

Json valueJson(const SumSnapshot &sum)
{
    Json minor = Json::object();
    for (const SumValue &value : sum.sums)
        minor[std::string(value.currency.view())] = value.minor;
    return {{"kind", "sum"}, {"count", sum.count}, {"minor", std::move(minor)}};
}

Json valueJson(const UniquesSnapshot &uniques)
{
    return {{"kind", "uniques"}, {"count", uniques.count}, {"exact", uniques.exact}};
}

Json bucketsJson(const RateSnapshot &rate)
{
    return seriesJson(rate.series);
}

template <class Point, class Convert>
Json pointsJson(const Series<Point> &series, Convert convert)
{
    Json points = Json::array();
    for (const Point &point : series.points)
        points.push_back(convert(point));
    return {{"start", timeText(series.start)},
            {"stepSeconds", series.step.count()},
            {"partial", series.partial},
            {"points", std::move(points)}};
}

Json bucketsJson(const RatioSnapshot &ratio)
{
    return pointsJson(ratio.series, [](const RatioPoint &point) {
        return Json{{"good", point.good}, {"bad", point.bad}};
    });
}

Json bucketsJson(const FunnelSnapshot &funnel)
{
    return pointsJson(funnel.series, [](const FunnelPoint &point) {
        return Json{{"entered", point.entered}, {"converted", point.converted}};
    });
}

Json bucketsJson(const LatencySnapshot &latency)
{
    return pointsJson(latency.series, quantilesJson);
}

Json bucketsJson(const SumSnapshot &sum)
{
    return seriesJson(sum.series);
}

Json bucketsJson(const UniquesSnapshot &uniques)
{
    return seriesJson(uniques.series);
}

Json rowJson(const SignalValue &value)
{
    Json json = std::visit([](const auto &kind) { return valueJson(kind); }, value);
    json.erase("kind");
    return json;
}

} // namespace

std::string timeText(Timestamp time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, 48> text{};
    int length = std::snprintf(
        text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    std::string out(text.data(), static_cast<std::size_t>(length));
    if (clock.subseconds().count() != 0) {
        length = std::snprintf(text.data(), text.size(), ".%09d",
                               static_cast<int>(clock.subseconds().count()));
        out.append(text.data(), static_cast<std::size_t>(length));
    }
    return out + "Z";
}

Json signalJson(const SignalSnapshot &signal, bool withBuckets)
{
    Json json = std::visit([](const auto &kind) { return valueJson(kind); }, signal.value);
    if (signal.by.empty() && !withBuckets)
        return json;
    if (!signal.by.empty()) {
        Json &by = json["by"] = Json::object();
        for (const Breakdown &breakdown : signal.by) {
            Json &rows = by[breakdown.attribute] = Json::object();
            for (const BreakdownRow &row : breakdown.rows)
                rows[row.value] = rowJson(row.signal);
        }
    }
    if (withBuckets)
        json["buckets"] =
            std::visit([](const auto &kind) { return bucketsJson(kind); }, signal.value);
    return json;
}

} // namespace ingest::report
