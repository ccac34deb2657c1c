// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/window_edges.h"

namespace ingest::metrics {

namespace {

Second floorTo(Second second, Seconds step)
{
    const Seconds::rep since = second.time_since_epoch().count();
    const Seconds::rep rest = since % step.count();
    return second - Seconds{rest < 0 ? rest + step.count() : rest};
}

Second ceilTo(Second second, Seconds step)
{
    const Second floor = floorTo(second, step);
    return floor == second ? floor : floor + step;
}

} // namespace

Second windowStart(Window window, Second asOf)
{
    if (window == Window::all)
        return Second::min();
    if (window == Window::oneDay)
        return floorTo(asOf - spanOf(window), kMinute);
    return asOf - spanOf(window);
}

ChartGrid chartGrid(Window window, Second asOf)
{
    return chartGrid(window, asOf, chartStepOf(window));
}

ChartGrid chartGrid(Window window, Second asOf, Seconds step)
{
    const Window shown = window == Window::all ? Window::oneHour : window;
    ChartGrid grid;
    grid.step = step;
    grid.start = floorTo(windowStart(shown, asOf), grid.step);
    const Second end = ceilTo(asOf, grid.step);
    grid.points = static_cast<std::size_t>((end - grid.start) / grid.step);
    grid.partial = end != asOf;
    return grid;
}

} // namespace ingest::metrics
