// SPDX-License-Identifier: GPL-3.0-or-later
// Signals, breakdowns and their series as JSON values. For the report's own files only.
#pragma once

#include "ingest/snapshot_signals.h"

#include <nlohmann/json.hpp>

#include <string>

namespace ingest::report {

using Json = nlohmann::ordered_json;

// "2026-11-23T08:10:03Z", with nine decimals where there are any.
[[nodiscard]] std::string timeText(Timestamp time);

// One signal, with `by` where it is broken down, and `buckets` where asked for.
[[nodiscard]] Json signalJson(const SignalSnapshot &signal, bool withBuckets);

// {"start", "stepSeconds", "points"} of a series of plain numbers.
template <class Point>
[[nodiscard]] Json seriesJson(const Series<Point> &series)
{
    return {{"start", timeText(series.start)},
            {"stepSeconds", series.step.count()},
            {"partial", series.partial},
            {"points", series.points}};
}

} // namespace ingest::report
