// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency_bands.h"

#include "models/open_second.h"
#include "models/series_time.h"
#include "models/snapshot_lookup.h"
#include "models/trust.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

constexpr std::uint64_t kEnoughLoads = 100;
constexpr double kShortestMs = 0.001; // as the histogram: 1 us

double log2Ms(double ms)
{
    return std::log2(std::max(ms, kShortestMs));
}

// A last point that has only begun and holds few values: its percentiles would jump about.
bool isThinEnd(const ingest::LatencySnapshot &latency, std::size_t i, double endMs)
{
    const bool last = i > 0 && i + 1 == latency.series.points.size();
    const double covered = endMs - beginMs(latency.series, i);
    return last && covered < 1000 * double(latency.series.step.count()) &&
           i < latency.counts.points.size() && latency.counts.points[i] < kEnoughLoads;
}

void appendPoint(std::vector<QPointF> &line, double x, const std::optional<double> &ms)
{
    if (ms)
        line.emplace_back(x, log2Ms(*ms));
}

} // namespace

std::optional<LatencyBands> latencyBands(const ingest::Snapshot &snapshot)
{
    const std::string role = rolesOf(snapshot).latency;
    const ingest::SignalSnapshot *signal = signalNamed(snapshot, role);
    const auto *latency = valueNamed<ingest::LatencySnapshot>(snapshot, role);
    if (!latency)
        return {};
    LatencyBands out;
    out.name = QString::fromStdString(signal->name);
    out.title = QString::fromStdString(signal->title);
    out.stepMs = double(latency->series.step.count()) * 1000;
    out.apdex = latency->apdex;
    out.count = latency->count;
    out.fewData = latency->count > 0 && latency->count < kEnoughLoads;
    out.dataEndMs = dataEndMs(snapshot, signal);
    if (const auto *configuration = configurationOf(snapshot, role)) {
        out.thresholdsMs = configuration->thresholdsMs;
        out.apdexMs = configuration->apdexMs;
    }
    const TimeAxis axis = timeAxisOf(snapshot);
    for (std::size_t i = 0; i < latency->series.points.size(); ++i) {
        const ingest::Quantiles &q = latency->series.points[i];
        const double x = endMs(latency->series, i, axis.toMs);
        if (x <= axis.observedFromMs ||
            beginMs(latency->series, i) >= out.dataEndMs.value_or(axis.toMs))
            continue;
        if (isThinEnd(*latency, i, x))
            break;
        appendPoint(out.p50, x, q.p50);
        appendPoint(out.p75, x, q.p75);
        appendPoint(out.p95, x, q.p95);
        appendPoint(out.p99, x, q.p99);
    }
    const ingest::OpenPoint *open = openPointOf(snapshot, signal);
    if (open && open->count >= kEnoughLoads)
        out.open = QPointF(*openUntilMs(snapshot, signal), log2Ms(*open->quantiles.p75));
    return out;
}

ValueRange LatencyBands::wantedRange() const
{
    if (p50.empty() || p99.empty())
        return {log2Ms(1000), log2Ms(8000)};
    const auto lower = [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); };
    ValueRange range{std::min_element(p50.begin(), p50.end(), lower)->y(),
                     std::max_element(p99.begin(), p99.end(), lower)->y()};
    for (const double threshold : thresholdsMs) {
        // A threshold far from everything measured would flatten the lines.
        const double at = log2Ms(threshold);
        if (at > range.low - 2 && at < range.high + 2)
            range = {std::min(range.low, at), std::max(range.high, at)};
    }
    return {range.low - 0.25, range.high + 0.2};
}

} // namespace models
