// SPDX-License-Identifier: GPL-3.0-or-later
// What sets those apart that met an incident: who fails, as far as their events tell. Pure, but
// long; any thread.
#pragma once

#include "ingest/evidence/what_changed.h"
#include "ingest/snapshot.h"

#include <optional>

namespace ingest::evidence {

struct IncidentCause
{
    std::string subject; // of the incident, as is since when
    Second since{};
    Second asOf{};                        // it was looked for then
    std::optional<Difference> difference; // the strongest one believed; empty: nothing is
    Tried tried;                          // in all, in the span it is of

    [[nodiscard]] bool isOf(const Incident &incident) const
    {
        return incident.subject == subject && incident.since == since;
    }
};

// Looks at the hour before asOf; what has lasted for all of it shows by the time before it.
[[nodiscard]] Question lookedAtSince(Question question, Second since);

// Of an open incident of a ratio or a category. Never throws; without kept events, or for a source,
// there is no difference.
[[nodiscard]] IncidentCause causeOf(const Snapshot &snapshot, const Incident &incident);

} // namespace ingest::evidence
