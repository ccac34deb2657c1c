// SPDX-License-Identifier: GPL-3.0-or-later
// The signals and categories of a sample snapshot, built from the course of the sample shop.
#pragma once

#include "tests/support/sample_course.h"

#include <cstdint>

namespace samples {

[[nodiscard]] ingest::config::Configuration sampleConfiguration();
[[nodiscard]] ingest::Metrics sampleMetrics(Course &course, ingest::Window window, bool stale);

// An empty series over the window, ending with the point that holds asOf.
template <class Point>
[[nodiscard]] ingest::Series<Point> emptySeries(ingest::Window window, ingest::Second asOf)
{
    ingest::Series<Point> series;
    series.step = ingest::chartStepOf(window);
    const std::int64_t step = series.step.count();
    const std::int64_t span = ingest::spanOf(window).count();
    const std::int64_t end = (asOf.time_since_epoch().count() + step - 1) / step * step;
    const std::int64_t points = (span > 0 ? span : 3600) / step;
    series.start = ingest::Second(std::chrono::seconds(end - points * step));
    series.partial = end != asOf.time_since_epoch().count();
    series.points.resize(static_cast<std::size_t>(points));
    return series;
}

// Minutes between the middle of point `i` and asOf.
template <class Point>
[[nodiscard]] double minutesAgo(const ingest::Series<Point> &series, std::size_t i)
{
    const double middle = double(series.start.time_since_epoch().count()) +
                          double(series.step.count()) * (double(i) + 0.5);
    return (double(sampleAsOf().time_since_epoch().count()) - middle) / 60;
}

} // namespace samples
