// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scrubber.h"

#include "models/incident_name.h"
#include "models/incident_rank.h"
#include "models/time_axis.h"
#include "models/window_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace models {

std::vector<DensityBar> densityBars(const ingest::replay::Timeline &timeline, double fromMs,
                                    double toMs, int count)
{
    std::vector<DensityBar> bars(static_cast<std::size_t>(std::max(0, count)));
    if (bars.empty() || toMs <= fromMs)
        return bars;
    const double width = (toMs - fromMs) / count;
    const double step = double(timeline.step.count()) * 1000;
    const double start = models::toMs(timeline.from);
    for (std::size_t i = 0; i < timeline.points.size(); ++i) {
        const ingest::replay::TimelinePoint &point = timeline.points[i];
        // Spread evenly over the bars that the point's span touches.
        const double from = start + double(i) * step;
        const int first = static_cast<int>(std::floor((from - fromMs) / width));
        const int last = static_cast<int>(std::ceil((from + step - fromMs) / width)) - 1;
        for (int bar = std::max(0, first); bar <= std::min(last, count - 1); ++bar) {
            const double left = std::max(from, fromMs + bar * width);
            const double right = std::min(from + step, fromMs + (bar + 1) * width);
            const double share = std::max(0.0, right - left) / step * 1000 / width;
            bars[static_cast<std::size_t>(bar)].events += double(point.events) * share;
            bars[static_cast<std::size_t>(bar)].failed += double(point.failed) * share;
        }
    }
    return bars;
}

void addIncidents(const ingest::Snapshot &snapshot, std::vector<StripIncident> &marks)
{
    for (const ingest::Incident &incident : snapshot.incidents) {
        StripIncident mark{toMs(incident.since), toMs(incident.until.value_or(snapshot.asOf)),
                           nameOfIncident(incident), !incident.until, statusOf(incident.kind)};
        const auto known = std::ranges::find_if(marks, [&mark](const StripIncident &other) {
            return other.fromMs == mark.fromMs && other.title == mark.title;
        });
        if (known == marks.end())
            marks.push_back(std::move(mark));
        else if (mark.toMs >= known->toMs || !mark.open)
            *known = std::move(mark);
    }
    std::ranges::sort(marks, {}, &StripIncident::fromMs);
}

namespace {

std::vector<ingest::Marker> together(const std::vector<ingest::Marker> &some,
                                     const std::vector<ingest::Marker> &others)
{
    std::vector<ingest::Marker> all;
    std::ranges::set_union(some, others, std::back_inserter(all));
    return all;
}

} // namespace

void addMarkers(const ingest::Snapshot &snapshot, std::vector<ingest::Marker> &markers)
{
    markers = together(markers, snapshot.markers);
}

ScrubberView scrubberView(const ingest::replay::ReplayState &state, ingest::Window window,
                          std::optional<double> nowMs, const std::vector<ingest::Marker> &known)
{
    ScrubberView view;
    view.timeline = state.timeline;
    view.live = nowMs.has_value();
    view.busy = state.busy;
    view.playing = state.playing;
    view.speed = state.speed;
    view.reachedMs = toMs(state.reached);
    view.window = windowText(window);
    view.spanMs = double(ingest::spanOf(window).count()) * 1000;
    if (!state.timeline || state.timeline->empty())
        return view;
    view.reading = !nowMs && !state.timeline->complete;
    view.fromMs = toMs(state.timeline->from);
    view.toMs = std::max(nowMs.value_or(0), toMs(state.timeline->to));
    view.changes = changeMarks(together(state.timeline->markers, known), view.fromMs, view.toMs);
    view.atMs = state.at == ingest::replay::kEnd
                    ? view.toMs // the end, wherever that will be
                    : std::clamp(toMs(state.at), view.fromMs, view.toMs);
    return view;
}

} // namespace models
