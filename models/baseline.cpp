// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline.h"

#include "models/conversion_series.h"
#include "models/failure_stack.h"
#include "models/latency_bands.h"
#include "models/revenue_bars.h"
#include "models/rolling_rate.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace models {

namespace {

using std::chrono::days;

constexpr std::size_t kEnoughDays = 3; // of four
// 97.5 % of Student's t lies below, of two and of three degrees of freedom.
constexpr std::array<double, 2> kStudent{4.302653, 3.182446};

bool isSameWeekday(const ingest::EarlierSnapshot &earlier)
{
    return earlier.back % days{7} == days{0};
}

std::vector<QPointF> conversionOf(const ingest::Snapshot &snapshot)
{
    const auto series = conversionSeries(snapshot);
    return series ? series->matured : std::vector<QPointF>();
}

std::vector<QPointF> failuresOf(const ingest::Snapshot &snapshot)
{
    const FailureStack stack = failureStack(snapshot);
    std::vector<QPointF> points;
    for (std::size_t i = 0; i < std::min(stack.endsMs.size(), stack.total.size()); ++i)
        if (std::isfinite(stack.total[i]))
            points.emplace_back(stack.endsMs[i], stack.total[i]);
    return points;
}

std::vector<QPointF> latencyOf(const ingest::Snapshot &snapshot)
{
    const auto bands = latencyBands(snapshot);
    return bands ? bands->p75 : std::vector<QPointF>();
}

// As the bars, but no finer than history is.
std::vector<QPointF> revenueOf(const ingest::Snapshot &snapshot)
{
    std::vector<QPointF> points;
    const auto *sum = valueNamed<ingest::SumSnapshot>(snapshot, rolesOf(snapshot).revenue);
    if (sum == nullptr)
        return points;
    double unit = 100;
    for (const ingest::SumValue &value : sum->sums)
        if (value.currency == sum->seriesCurrency)
            unit = std::pow(10.0, value.exponent);
    ingest::Series<double> amounts{sum->series.start, sum->series.step, sum->series.partial, {}};
    for (const std::int64_t minor : sum->series.points)
        amounts.points.push_back(double(minor) / unit);
    const TimeAxis axis = timeAxisOf(snapshot);
    const auto rates =
        rollingPerMinute(amounts, std::max(barWidthOf(snapshot.window), amounts.step),
                         axis.observedFromMs, axis.toMs);
    for (std::size_t i = 0; i < rates.size(); ++i)
        if (std::isfinite(rates[i]))
            points.emplace_back(endMs(amounts, i, axis.toMs), rates[i]);
    return points;
}

// Nothing of what was not observed then.
void cutUnobserved(const ingest::Snapshot &then, std::vector<QPointF> &points)
{
    std::erase_if(points, [&](const QPointF &point) {
        return std::ranges::any_of(then.unobserved, [&](const ingest::UnobservedSpan &span) {
            return point.x() > toMs(span.from) && point.x() <= toMs(span.to);
        });
    });
}

GhostLine ghostOf(const std::vector<const ingest::EarlierSnapshot *> &earlier, const QString &name,
                  std::vector<QPointF> (*lineOf)(const ingest::Snapshot &))
{
    std::map<qint64, std::vector<double>> values; // by ms now
    for (const ingest::EarlierSnapshot *then : earlier) {
        std::vector<QPointF> points = lineOf(*then->snapshot);
        cutUnobserved(*then->snapshot, points);
        for (const QPointF &point : points)
            values[qint64(point.x()) + qint64(then->back.count()) * 1000].push_back(point.y());
    }
    GhostLine ghost{{}, name};
    for (auto &[ms, of] : values)
        if (of.size() >= std::min(earlier.size(), kEnoughDays))
            ghost.points.emplace_back(double(ms), *medianOf(std::move(of)));
    return ghost;
}

} // namespace

Baseline nextBaseline(Baseline baseline)
{
    return baseline == Baseline::yesterday  ? Baseline::lastWeek
           : baseline == Baseline::lastWeek ? Baseline::usual
                                            : Baseline::yesterday;
}

QString baselineName(Baseline baseline, ingest::Second asOf)
{
    switch (baseline) {
    case Baseline::yesterday:
        return QCoreApplication::translate("Baseline", "yesterday");
    case Baseline::lastWeek:
        return QCoreApplication::translate("Baseline", "last %1")
            .arg(QLocale(QLocale::English)
                     .toString(QDateTime::fromSecsSinceEpoch(asOf.time_since_epoch().count()),
                               QStringLiteral("ddd")));
    case Baseline::usual:
        break;
    }
    return QCoreApplication::translate("Baseline", "usual");
}

std::vector<const ingest::EarlierSnapshot *> earlierFor(const ingest::Snapshot &snapshot,
                                                        Baseline baseline)
{
    std::vector<const ingest::EarlierSnapshot *> found;
    for (const ingest::EarlierSnapshot &earlier : snapshot.earlier)
        if (baseline == Baseline::usual       ? isSameWeekday(earlier)
            : baseline == Baseline::yesterday ? earlier.back == days{1}
                                              : earlier.back == days{7})
            found.push_back(&earlier);
    if (baseline == Baseline::usual && found.size() < kEnoughDays)
        found.clear();
    return found;
}

Baseline bestBaseline(const ingest::Snapshot &snapshot)
{
    return earlierFor(snapshot, Baseline::lastWeek).empty() ? Baseline::yesterday
                                                            : Baseline::lastWeek;
}

std::optional<double> medianOf(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::optional<double> figureThen(const std::vector<const ingest::EarlierSnapshot *> &earlier,
                                 const Figure &figure)
{
    std::vector<double> values;
    for (const ingest::EarlierSnapshot *then : earlier)
        if (const auto value = figure(*then->snapshot))
            values.push_back(*value);
    if (values.size() < std::min(earlier.size(), kEnoughDays))
        return std::nullopt;
    return medianOf(std::move(values));
}

std::optional<UsualRange> usualRange(const ingest::Snapshot &snapshot, const Figure &figure)
{
    std::vector<double> values;
    for (const ingest::EarlierSnapshot *then : earlierFor(snapshot, Baseline::usual))
        if (const auto value = figure(*then->snapshot))
            values.push_back(*value);
    if (values.size() < kEnoughDays)
        return std::nullopt;
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double reach = kStudent.at(values.size() - kEnoughDays) *
                         std::sqrt(squares / (count - 1)) * std::sqrt(1 + 1 / count);
    return UsualRange{mean - reach, mean + reach};
}

GhostLines ghostLines(const ingest::Snapshot &snapshot, Baseline baseline)
{
    const auto earlier = earlierFor(snapshot, baseline);
    const QString name = baselineName(baseline, snapshot.asOf);
    return {ghostOf(earlier, name, conversionOf), ghostOf(earlier, name, failuresOf),
            ghostOf(earlier, name, latencyOf), ghostOf(earlier, name, revenueOf)};
}

} // namespace models
