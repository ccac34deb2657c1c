// SPDX-License-Identifier: GPL-3.0-or-later
// The one time axis that all charts of a column share: what it spans, from when on anything was
// observed, and where its labels stand. Milliseconds since 1970 as double, as charts take them.
// Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>
#include <QTimeZone>

#include <algorithm>
#include <vector>

namespace models {

struct TimeAxis
{
    double fromMs = 0;
    double toMs = 1;           // asOf
    double observedFromMs = 0; // at least fromMs
    [[nodiscard]] double spanMs() const { return toMs - fromMs; }
};

struct TimeTick
{
    double ms = 0;
    QString label; // 24 h clock; with seconds where the ticks are closer than a minute
};

// `all` is charted like one hour.
[[nodiscard]] TimeAxis timeAxisOf(const ingest::Snapshot &snapshot);

// The spans in which Bellwether was not there.
struct UnobservedMs
{
    double fromMs = 0;
    double toMs = 0;
};
[[nodiscard]] std::vector<UnobservedMs> unobservedSpans(const ingest::Snapshot &snapshot);
// False in the spans in which Bellwether was not there.
[[nodiscard]] bool isObserved(const ingest::Snapshot &snapshot, double ms);

// The axis moved by less than a pixel, so that both ends lie on the grid of pixel columns: charts
// then scroll by whole pixels and what was drawn stays as it was.
[[nodiscard]] TimeAxis onPixelGrid(const TimeAxis &axis, int widthPx);

// At round times of `zone`, at least `minimumPx` apart.
[[nodiscard]] std::vector<TimeTick> timeTicks(const TimeAxis &axis, int widthPx, int minimumPx,
                                              const QTimeZone &zone);

// "14:32", or "14:32:08" where seconds help.
[[nodiscard]] QString clockText(double ms, bool withSeconds, const QTimeZone &zone);

// "Thu 26".
[[nodiscard]] QString dayText(double ms, const QTimeZone &zone);

// "48 of 60 min still to come"; empty once the window is filled. Of days: when history begins.
[[nodiscard]] QString stillToCome(const TimeAxis &axis);

[[nodiscard]] double toMs(ingest::Second instant);
[[nodiscard]] double toMs(ingest::Timestamp instant);
// The whole second nearest to it.
[[nodiscard]] ingest::Second toSecond(double ms);

} // namespace models
