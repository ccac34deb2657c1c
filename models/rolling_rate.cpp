// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rolling_rate.h"

#include "models/series_time.h"

#include <algorithm>
#include <limits>

namespace models {

ingest::Seconds rollingSpanOf(ingest::Window window)
{
    using std::chrono::seconds;
    switch (window) {
    case ingest::Window::oneMinute:
        return seconds(5);
    case ingest::Window::fiveMinutes:
        return seconds(15);
    case ingest::Window::fifteenMinutes:
        return seconds(30);
    case ingest::Window::oneDay:
        return seconds(300);
    case ingest::Window::sevenDays:
        return seconds(3600);
    case ingest::Window::thirtyDays:
        return seconds(4 * 3600);
    case ingest::Window::all:
    case ingest::Window::oneHour:
        break;
    }
    return seconds(60);
}

std::vector<double> rollingPerMinute(const ingest::Series<double> &counts, ingest::Seconds rolling,
                                     double observedFromMs, double asOfMs)
{
    const auto steps = std::max<std::int64_t>(1, rolling.count() / counts.step.count());
    std::vector<double> rates(counts.points.size(), std::numeric_limits<double>::quiet_NaN());
    // A window that begins within the first point still counts all of that point.
    if (!rates.empty() && observedFromMs < endMs(counts, 0, asOfMs))
        observedFromMs = beginMs(counts, 0);
    const double halfStep = double(counts.step.count()) / 120; // in minutes
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const std::size_t first = i + 1 >= std::size_t(steps) ? i + 1 - std::size_t(steps) : 0;
        const double from = std::max(beginMs(counts, first), observedFromMs);
        const double minutes = (endMs(counts, i, asOfMs) - from) / 60'000;
        const bool starting = from > beginMs(counts, first) && minutes < halfStep;
        if (minutes <= 0 || starting) // the rate of an instant says little
            continue;
        double sum = 0; // afresh each time: a running sum would collect rounding errors
        for (std::size_t j = first; j <= i; ++j)
            sum += counts.points[j];
        rates[i] = sum / minutes;
    }
    return rates;
}

ingest::Series<double> asDoubles(const ingest::Series<std::uint64_t> &counts)
{
    ingest::Series<double> out;
    out.start = counts.start;
    out.step = counts.step;
    out.partial = counts.partial;
    out.points.reserve(counts.points.size());
    for (const std::uint64_t count : counts.points)
        out.points.push_back(double(count));
    return out;
}

} // namespace models
