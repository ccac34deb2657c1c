// SPDX-License-Identifier: GPL-3.0-or-later
// What a span brushed on a chart asks for: the failures in it, and what changed against before.
// Plain functions; any thread.
#pragma once

#include "models/asked_point.h"

namespace models {

// On the failures: the category that grew most in the span, or every failing event where none grew.
// On the other lines: the bad trials of the ratio whose failures grew most in the span, else of the
// one that stands for success; without any as on the failures. `fromMs` and `toMs` since 1970,
// widened to whole chart steps. Empty where it lies beyond asOf.
[[nodiscard]] std::optional<AskedFigure> askedSpan(const ingest::Snapshot &snapshot, ChartLine line,
                                                   double fromMs, double toMs);

} // namespace models
