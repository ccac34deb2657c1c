// SPDX-License-Identifier: GPL-3.0-or-later
// What a journey lacks: the step of the conversion funnel that was to come next, in the row of the
// service that sends it, and whether it may have been lost on the way. Any thread.
#pragma once

#include "models/journey_line.h"

namespace models {

// Adds the step that never came, or has not yet. `events` are the journey's, the earliest first,
// and drawn already.
void addMissing(const ingest::Snapshot &snapshot, const std::vector<EventRow> &events,
                JourneyLine &line);

// Whether something may have been lost on the way, by the sources of this journey.
[[nodiscard]] QString gapNote(const ingest::Snapshot &snapshot, const JourneyLine &line);

} // namespace models
