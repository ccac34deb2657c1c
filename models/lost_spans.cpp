// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lost_spans.h"

#include "models/time_axis.h"

#include <algorithm>

namespace models {

namespace {

constexpr double kWorthShowing = 0.01; // of the usual number of events
constexpr double kMostly = 0.5;

// Events in one chart step, by what came in over the window.
double usualPerStep(const ingest::Snapshot &snapshot)
{
    const double observed = snapshot.observed.count();
    if (observed <= 0)
        return 0;
    const double seconds = double(snapshot.metrics->lost.step.count());
    return double(snapshot.metrics->windowLedger.inWindows) / observed * seconds;
}

void addUnknownTails(const ingest::Snapshot &snapshot, std::vector<LostSpan> &spans)
{
    const TimeAxis axis = timeAxisOf(snapshot);
    const auto known = static_cast<std::ptrdiff_t>(spans.size());
    for (const ingest::SourceSnapshot &source : snapshot.sources)
        for (const ingest::UnknownTail &tail : source.tails)
            if (toMs(tail.again) > axis.fromMs)
                spans.push_back(
                    {std::max(axis.fromMs, toMs(tail.heard)), toMs(tail.again), 0, true, false});
    std::sort(spans.begin() + known, spans.end(),
              [](const LostSpan &a, const LostSpan &b) { return a.fromMs < b.fromMs; });
}

} // namespace

std::vector<LostSpan> lostSpans(const ingest::Snapshot &snapshot)
{
    std::vector<LostSpan> spans;
    if (!snapshot.metrics)
        return spans;
    const auto &series = snapshot.metrics->lost;
    const double usual = usualPerStep(snapshot);
    const double step = double(series.step.count()) * 1000;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const double lost = double(series.points[i]);
        if (lost <= 0 || lost < kWorthShowing * usual)
            continue;
        const double from = toMs(series.start) + double(i) * step;
        const bool mostly = lost >= kMostly * (usual + lost);
        if (!spans.empty() && from - spans.back().toMs < step / 2) {
            spans.back().toMs = from + step;
            spans.back().lost += series.points[i];
            spans.back().mostly = spans.back().mostly || mostly;
        } else {
            spans.push_back({from, from + step, series.points[i], false, mostly});
        }
    }
    addUnknownTails(snapshot, spans);
    return spans;
}

} // namespace models
