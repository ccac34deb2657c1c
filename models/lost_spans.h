// SPDX-License-Identifier: GPL-3.0-or-later
// The stretches of a chart in which events are missing. Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"

#include <cstdint>
#include <vector>

namespace models {

struct LostSpan
{
    double fromMs = 0;
    double toMs = 0;
    std::uint64_t lost = 0;
    bool unknown = false; // how many: a source ended without goodbye
    bool mostly = false; // at least half of what was sent is missing: the line is not to be trusted
};

// Spans in which at least 1 % of the usual number of events is missing; neighbours are joined.
// After them those in which a source was not heard around an end without goodbye, by time.
[[nodiscard]] std::vector<LostSpan> lostSpans(const ingest::Snapshot &snapshot);

} // namespace models
