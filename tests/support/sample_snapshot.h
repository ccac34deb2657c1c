// SPDX-License-Identifier: GPL-3.0-or-later
// Whole snapshots with realistic figures, for the tests of everything that draws: the simulated
// hour of a shop in which one payment method starts to time out. Deterministic.
#pragma once

#include "ingest/snapshot.h"

#include <memory>

namespace samples {

enum class Sample {
    incident, // everything known, payments failing since 29 minutes
    healthy,  // the same hour without the incident
    fewData,  // 71 sessions, a handful of payments
    filling,  // started 12 minutes ago: most of the window was not observed
    gap,      // events lost for a few minutes in mid-window
    stale,    // every source silent since 4 min 12 s
    empty,    // nothing ever arrived
};

[[nodiscard]] std::shared_ptr<const ingest::Snapshot>
sampleSnapshot(Sample sample, ingest::Window window = ingest::Window::oneHour);

// 2025-11-20 13:32:08 UTC, a Thursday.
[[nodiscard]] ingest::Second sampleAsOf();

} // namespace samples
