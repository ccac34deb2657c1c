// SPDX-License-Identifier: GPL-3.0-or-later
// Which incident comes first where there is room for one, or for a few. Plain functions; any
// thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

#include <algorithm>
#include <tuple>

namespace models {

// A ratio over its limit is bad, what is new or gone is to be looked at.
[[nodiscard]] inline Status statusOf(ingest::IncidentKind kind)
{
    return kind == ingest::IncidentKind::ratio ? Status::bad : Status::look;
}

// Open before ended, ratios before categories before sources, then what began last.
[[nodiscard]] inline bool isWorse(const ingest::Incident &one, const ingest::Incident &other)
{
    const auto rank = [](const ingest::Incident &incident) {
        return std::tuple(incident.until.has_value(), incident.kind,
                          -incident.since.time_since_epoch());
    };
    return rank(one) < rank(other);
}

// The worst open one; null where none is open.
[[nodiscard]] inline const ingest::Incident *worstIncident(const ingest::Snapshot &snapshot)
{
    const auto worst = std::ranges::min_element(snapshot.incidents, isWorse);
    return worst == snapshot.incidents.end() || worst->until ? nullptr : &*worst;
}

[[nodiscard]] inline bool isGone(const ingest::Incident &incident)
{
    return incident.kind == ingest::IncidentKind::source && !incident.until;
}

// How many sources have gone and not come back.
[[nodiscard]] inline std::size_t sourcesGone(const ingest::Snapshot &snapshot)
{
    return static_cast<std::size_t>(std::ranges::count_if(snapshot.incidents, isGone));
}

} // namespace models
