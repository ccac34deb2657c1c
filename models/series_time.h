// SPDX-License-Identifier: GPL-3.0-or-later
// Where the points of a snapshot's series stand in time. Plain functions; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/time_axis.h"

#include <algorithm>
#include <cstddef>

namespace models {

// The end of point `i`; asOf for the last, partial one.
template <class Point>
[[nodiscard]] double endMs(const ingest::Series<Point> &series, std::size_t i, double asOfMs)
{
    const double step = double(series.step.count()) * 1000;
    return std::min(toMs(series.start) + step * double(i + 1), asOfMs);
}

template <class Point>
[[nodiscard]] double beginMs(const ingest::Series<Point> &series, std::size_t i)
{
    return toMs(series.start) + double(series.step.count()) * 1000 * double(i);
}

} // namespace models
