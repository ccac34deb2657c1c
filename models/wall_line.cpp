// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_line.h"

#include "models/axis_text.h"
#include "models/conversion_series.h"
#include "models/incident_rank.h"
#include "models/rolling_rate.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"

#include <QCoreApplication>

#include <cmath>

namespace models {

namespace {

QString wallLineTr(const char *text)
{
    return QCoreApplication::translate("WallLine", text);
}

template <class Point>
ingest::Series<double> asDoubles(const ingest::Series<Point> &series, double unit)
{
    ingest::Series<double> out{series.start, series.step, series.partial, {}};
    for (const Point point : series.points)
        out.points.push_back(double(point) / unit);
    return out;
}

void percents(WallLine &line)
{
    line.bounds = {0, 100};
    line.tickText = percentTick;
    line.lastText = percentText;
}

WallLine conversionLine(const ingest::Snapshot &snapshot)
{
    WallLine line;
    line.name = wallLineTr("Conversion");
    line.role = rolesOf(snapshot).conversion;
    percents(line);
    if (const std::optional<ConversionSeries> series = conversionSeries(snapshot)) {
        line.points = series->matured;
        line.provisional = series->expected;
        line.maturingFromMs = series->maturingFromMs;
        line.stepMs = series->stepMs;
        line.rolling = series->rolling;
    }
    return line;
}

// The ratio of the worst incident, where it is one; else none.
const ingest::Incident *ratioInTrouble(const ingest::Snapshot &snapshot)
{
    const ingest::Incident *worst = worstIncident(snapshot);
    const bool charted = worst != nullptr && worst->kind == ingest::IncidentKind::ratio &&
                         valueNamed<ingest::RatioSnapshot>(snapshot, worst->subject) != nullptr;
    return charted ? worst : nullptr;
}

// Of the ratio in trouble, else of the one for success.
WallLine successLine(const ingest::Snapshot &snapshot)
{
    WallLine line;
    const ingest::Incident *trouble = ratioInTrouble(snapshot);
    line.role = trouble != nullptr ? trouble->subject : rolesOf(snapshot).success;
    percents(line);
    const auto *configured = configurationOf(snapshot, line.role);
    line.name = trouble != nullptr ? QString::fromStdString(trouble->title)
                : configured != nullptr && !configured->title.empty()
                    ? QString::fromStdString(configured->title)
                    : wallLineTr("Success");
    const std::optional<double> most = trouble != nullptr      ? trouble->limit
                                       : configured != nullptr ? configured->limit
                                                               : std::nullopt;
    if (most) {
        const double limit = 100 * (1 - *most);
        line.limits.push_back(
            {limit, wallLineTr("limit %1").arg(percentTick(limit, 1)), Status::bad});
    }
    const auto *ratio = valueNamed<ingest::RatioSnapshot>(snapshot, line.role);
    if (ratio == nullptr)
        return line;
    const auto &points = ratio->series.points;
    const double asOfMs = toMs(snapshot.asOf);
    line.stepMs = double(ratio->series.step.count()) * 1000;
    line.rolling = std::max(ratio->series.step, rollingSpanOf(snapshot.window));
    const auto rolled = static_cast<std::size_t>(
        std::max<std::int64_t>(1, rollingSpanOf(snapshot.window) / ratio->series.step));
    for (std::size_t i = rolled - 1; i < points.size(); ++i) { // whole spans alone
        std::uint64_t good = 0;
        std::uint64_t bad = 0;
        for (std::size_t j = i + 1 - rolled; j <= i; ++j) {
            good += points[j].good;
            bad += points[j].bad;
        }
        if (good + bad > 0)
            line.points.emplace_back(endMs(ratio->series, i, asOfMs),
                                     100.0 * double(good) / double(good + bad));
    }
    return line;
}

WallLine revenueLine(const ingest::Snapshot &snapshot)
{
    WallLine line;
    line.name = wallLineTr("Revenue per minute");
    line.role = rolesOf(snapshot).revenue;
    const auto *sum = valueNamed<ingest::SumSnapshot>(snapshot, line.role);
    QString currency;
    double unit = 1;
    if (sum != nullptr) {
        currency = QString::fromLatin1(sum->seriesCurrency.letters.data(), 3);
        for (const ingest::SumValue &value : sum->sums)
            if (value.currency == sum->seriesCurrency)
                unit = std::pow(10.0, value.exponent);
    }
    line.tickText = [currency](double value, double) { return shortMoney(value, currency); };
    line.lastText = [currency](double value) { return shortMoney(value, currency); };
    if (sum == nullptr)
        return line;
    const ingest::Series<double> money = asDoubles(sum->series, unit);
    const double asOfMs = toMs(snapshot.asOf);
    line.stepMs = double(money.step.count()) * 1000;
    line.rolling = std::max(money.step, rollingSpanOf(snapshot.window));
    const std::vector<double> rates = rollingPerMinute(money, rollingSpanOf(snapshot.window),
                                                       timeAxisOf(snapshot).observedFromMs, asOfMs);
    for (std::size_t i = 0; i < rates.size(); ++i)
        if (std::isfinite(rates[i]))
            line.points.emplace_back(endMs(money, i, asOfMs), rates[i]);
    return line;
}

WallLine latencyLine(const ingest::Snapshot &snapshot)
{
    WallLine line;
    line.role = rolesOf(snapshot).latency;
    line.tickText = [](double value, double) { return durationTick(value); };
    line.lastText = durationText;
    const auto *configured = configurationOf(snapshot, line.role);
    line.name = configured != nullptr && !configured->title.empty()
                    ? wallLineTr("%1 p75").arg(QString::fromStdString(configured->title))
                    : wallLineTr("Load time p75");
    if (configured != nullptr && !configured->thresholdsMs.empty()) {
        const auto &limits = configured->thresholdsMs;
        line.limits.push_back({limits.front(),
                               wallLineTr("good ≤ %1").arg(durationTick(limits.front())),
                               Status::normal});
        if (limits.size() > 1)
            line.limits.push_back({limits.back(),
                                   wallLineTr("poor > %1").arg(durationTick(limits.back())),
                                   Status::look});
    }
    const auto *latency = valueNamed<ingest::LatencySnapshot>(snapshot, line.role);
    if (latency == nullptr)
        return line;
    line.stepMs = double(latency->series.step.count()) * 1000;
    line.rolling = latency->series.step;
    const double asOfMs = toMs(snapshot.asOf);
    for (std::size_t i = 0; i < latency->series.points.size(); ++i)
        if (const std::optional<double> p75 = latency->series.points[i].p75)
            line.points.emplace_back(endMs(latency->series, i, asOfMs), *p75);
    return line;
}

} // namespace

WallLine wallLine(const ingest::Snapshot &snapshot, WallScene scene)
{
    switch (scene) {
    case WallScene::conversion:
        return conversionLine(snapshot);
    case WallScene::success:
        return successLine(snapshot);
    case WallScene::revenue:
        return revenueLine(snapshot);
    case WallScene::latency:
        break;
    }
    return latencyLine(snapshot);
}

} // namespace models
