// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a snapshot that says what hurts customers now: incidents, what they cost so far and
// who owns them. Plain data; see Snapshot.
#pragma once

#include "ingest/snapshot_cost.h"
#include "ingest/snapshot_signals.h"
#include "ingest/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ingest {

enum class IncidentKind : std::uint8_t { ratio, category, source };

// Open from the moment its condition has held for two minutes (a source gone, a new and frequent
// category: at once) until it has not for five.
struct Incident
{
    std::uint64_t id = 0; // 1, 2, 3 ... in order of opening
    IncidentKind kind = IncidentKind::ratio;
    std::string subject; // the name of the signal, the category, the source
    std::string title;   // the signal's title, else the subject
    Second since{};      // when the condition began to hold, two minutes before it opened at most
    std::optional<Second> until; // ended then; empty: still open
    // Over the last minute; kind ratio: failures of trials; kind category: failures alone.
    std::uint64_t failures = 0;
    std::uint64_t trials = 0;
    Interval wilson95;          // of the share of failures
    double limit = 0;           // that share's limit
    std::uint64_t journeys = 0; // distinct, that met the failure since `since`
    Cost cost;
    Owner owner;
    std::string acknowledgedBy; // empty: nobody yet
};

// From here on the ids of incidents that history alone knows.
inline constexpr std::uint64_t kPastIncidents = std::uint64_t{1} << 32;

} // namespace ingest
