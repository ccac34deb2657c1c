// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lost_spans.h"

#include "models/time_axis.h"

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
            spans.push_back({from, from + step, series.points[i], mostly});
        }
    }
    return spans;
}

} // namespace models
