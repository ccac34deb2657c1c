// SPDX-License-Identifier: GPL-3.0-or-later
// The figure behind one point or bar of the charts over time: what it covers is what it was drawn
// from, the rolling span that ends with a point of a rolling line. Plain functions; any thread.
#pragma once

#include "models/asked_figure.h"

#include <QStringList>

namespace models {

enum class ChartLine : std::uint8_t { conversion, failures, latency, revenue };

// Of the conversion the journeys that entered in the span, of the failures every failing event, of
// the latency its samples, of the revenue the events of the bar in the currency drawn. `ms` since
// 1970, as the crosshair stands. Empty where nothing was observed.
[[nodiscard]] std::optional<AskedFigure> askedPoint(const ingest::Snapshot &snapshot,
                                                    ChartLine line, double ms);

// How the value there is worked out: a heading, then the counts and the span, a line each. Empty as
// above.
[[nodiscard]] QStringList pointWorkedOut(const ingest::Snapshot &snapshot, ChartLine line,
                                         double ms);

} // namespace models
