// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wall_chart.h"

#include "models/clock_text.h"
#include "models/snapshot_lookup.h"
#include "models/trust.h"
#include "models/wall_line.h"
#include "models/window_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

constexpr int kTicks = 3;
constexpr double kJoinedSteps = 12; // quiet steps that a line is still drawn across

// What the points need, with some air, and never flatter than a tenth of their height.
ValueRange wantedRange(const WallLine &line)
{
    ValueRange range{1e300, -1e300};
    const auto widen = [&range](double value) {
        range = {std::min(range.low, value), std::max(range.high, value)};
    };
    for (const QPointF &point : line.points)
        widen(point.y());
    for (const QPointF &point : line.provisional)
        widen(point.y());
    if (range.low > range.high)
        return {std::max(0.0, line.bounds.low), std::min(1.0, line.bounds.high)};
    // A limit is shown where it is near enough to matter.
    const double reach = std::max(range.height(), range.high * 0.5);
    for (const WallLimit &limit : line.limits)
        if (limit.value >= range.low - reach && limit.value <= range.high + reach)
            widen(limit.value);
    const double least = std::max(0.1 * (range.low + range.high) / 2, 1e-6);
    const double air = std::max(0.12 * range.height(), (least - range.height()) / 2);
    return {std::max(line.bounds.low, range.low - air),
            std::min(line.bounds.high, range.high + air)};
}

// The last step may still be under way.
std::chrono::seconds lastSpanOf(const WallLine &line)
{
    if (line.points.size() < 2 || line.stepMs < 1000.0 * double(line.rolling.count()))
        return line.rolling;
    const double ms = line.points.back().x() - line.points[line.points.size() - 2].x();
    return std::min(line.rolling, std::chrono::seconds{std::llround(ms / 1000)});
}

} // namespace

WallChart wallChart(const ingest::Snapshot &snapshot, WallScene scene, HeldRange &held)
{
    const WallLine line = wallLine(snapshot, scene);
    WallChart chart;
    chart.title = line.name + QStringLiteral(", ") + windowText(snapshot.window);
    chart.axis = timeAxisOf(snapshot);
    chart.range = roundedOut(held.update(wantedRange(line), chart.axis.toMs), kTicks);
    const std::vector<double> ticks = linearTicks(chart.range, kTicks + 1);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
    const bool empty = line.points.empty() && line.provisional.empty();
    for (const double tick : empty ? std::vector<double>() : ticks)
        chart.ticks.push_back({tick, line.tickText(tick, step)});
    for (const WallLimit &limit : line.limits)
        if (limit.value >= chart.range.low && limit.value <= chart.range.high)
            chart.limits.push_back(limit);
    chart.line = line.points;
    chart.provisional = line.provisional;
    chart.widestGapMs = line.stepMs * kJoinedSteps;
    chart.maturingFromMs = line.maturingFromMs;
    chart.dataEndMs = dataEndMs(snapshot, signalNamed(snapshot, line.role));
    chart.lost = lostSpans(snapshot);
    chart.changes = changeMarks(snapshot.markers, chart.axis.fromMs, chart.axis.toMs);
    chart.still = stillToCome(chart.axis);
    if (chart.dataEndMs) {
        std::erase_if(chart.line,
                      [&chart](const QPointF &point) { return point.x() > *chart.dataEndMs; });
        std::erase_if(chart.provisional,
                      [&chart](const QPointF &point) { return point.x() > *chart.dataEndMs; });
        chart.maturingFromMs.reset();
    }
    if (!chart.line.empty())
        chart.last = line.lastText(chart.line.back().y());
    else if (!chart.provisional.empty())
        chart.last = line.lastText(chart.provisional.back().y());
    if (!chart.last.isEmpty() && line.rolling.count() > 0)
        chart.lastOf = QCoreApplication::translate("WallChart", "over %1")
                           .arg(wholeSpanText(lastSpanOf(line)));
    return chart;
}

} // namespace models
