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

} // namespace models
