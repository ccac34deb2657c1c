// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversion_series.h"

#include "ingest/metrics/wilson.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"
#include "models/trust.h"

#include <algorithm>

namespace models {

namespace {

constexpr std::uint64_t kEnough = 100; // journeys; below, a share says little

// Cohorts of less than a tenth of the largest one would spread the axis over their wide intervals.
constexpr std::uint64_t kTiny = 10;

std::uint64_t largestCohort(const ingest::Series<ingest::FunnelPoint> &series)
{
    std::uint64_t largest = 0;
    for (const ingest::FunnelPoint &point : series.points)
        largest = std::max(largest, point.entered);
    return largest;
}

void widen(std::optional<ValueRange> &extent, double low, double high)
{
    extent = extent ? ValueRange{std::min(extent->low, low), std::max(extent->high, high)}
                    : ValueRange{low, high};
}

void appendPoints(const ingest::FunnelSnapshot &funnel, const TimeAxis &axis, double asOfMs,
                  ConversionSeries &out)
{
    const auto &series = funnel.series;
    const std::uint64_t largest = largestCohort(series);
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const ingest::FunnelPoint &point = series.points[i];
        const double end = endMs(series, i, asOfMs);
        const double dataEnd = out.dataEndMs.value_or(asOfMs);
        if (point.entered == 0 || end <= axis.observedFromMs || beginMs(series, i) >= dataEnd)
            continue;
        const QPointF share(end, 100.0 * double(point.converted) / double(point.entered));
        if (end > out.maturingFromMs) {
            if (out.maturingPoints.empty() && !out.matured.empty()) {
                out.maturingPoints.push_back(out.matured.back());
                out.expected.push_back(out.matured.back());
            }
            out.maturingPoints.push_back(share);
            const double more = 100 * point.stillToConvert / double(point.entered);
            out.expected.emplace_back(end, std::min(100.0, share.y() + more));
            if (point.entered * kTiny >= largest)
                widen(out.extent, out.expected.back().y(), out.expected.back().y());
            if (out.matured.empty())
                out.journeys = point.entered;
            continue;
        }
        const ingest::Interval ci = ingest::metrics::wilson95(point.converted, point.entered);
        out.matured.push_back(share);
        out.lower.emplace_back(end, 100 * ci.lower);
        out.upper.emplace_back(end, 100 * ci.upper);
        out.journeys = point.entered;
        if (point.entered * kTiny >= largest)
            widen(out.extent, 100 * ci.lower, 100 * ci.upper);
    }
    out.fewData = out.journeys > 0 && out.journeys < kEnough;
    // None has had its time, and none has converted: that tells nothing yet, not even zero.
    const auto isNone = [](const QPointF &point) { return point.y() <= 0; };
    if (out.matured.empty() && std::ranges::all_of(out.expected, isNone)) {
        out.expected.clear();
        out.maturingPoints.clear();
        out.extent.reset();
    }
}

} // namespace

std::optional<ConversionSeries> conversionSeries(const ingest::Snapshot &snapshot)
{
    const std::string role = rolesOf(snapshot).conversion;
    const ingest::SignalSnapshot *signal = signalNamed(snapshot, role);
    const auto *funnel = valueNamed<ingest::FunnelSnapshot>(snapshot, role);
    if (!funnel)
        return {};
    ConversionSeries out;
    out.title = QString::fromStdString(signal->title.empty() ? signal->name : signal->title);
    if (!funnel->steps.empty())
        out.ratio = QString::fromStdString(funnel->steps.back().name) + QStringLiteral(" ÷ ") +
                    QString::fromStdString(funnel->steps.front().name);
    out.rolling = funnel->rolling;
    out.maturing = funnel->maturing;
    const auto *configured = configurationOf(snapshot, rolesOf(snapshot).conversion);
    out.maturingKnown = configured == nullptr || funnel->maturing < configured->within;
    out.stepMs = double(funnel->series.step.count()) * 1000;
    out.dataEndMs = dataEndMs(snapshot, signal);
    out.gaps = hasGaps(snapshot, signal);
    const TimeAxis axis = timeAxisOf(snapshot);
    const double asOfMs = toMs(snapshot.asOf);
    // After the data ends no cohort has the time it lacked.
    const double heardToMs = std::min(asOfMs, out.dataEndMs.value_or(asOfMs));
    out.maturingFromMs =
        std::max(axis.observedFromMs, heardToMs - double(funnel->maturing.count()) * 1000);
    appendPoints(*funnel, axis, asOfMs, out);
    return out;
}

ValueRange ConversionSeries::wantedRange() const
{
    if (!extent)
        return {0, 100};
    const ValueRange range = *extent;
    const double middle = (range.low + range.high) / 2;
    const double air = std::max(0.12 * range.height(), (middle / 6 - range.height()) / 2);
    return {std::max(0.0, range.low - air), std::min(100.0, std::max(range.high + air, 0.01))};
}

} // namespace models
