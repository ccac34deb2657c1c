// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/category_incident.h"

#include "ingest/evidence/attempts.h"
#include "models/incident_rank.h"

#include <algorithm>

namespace models {

namespace {

bool isAbout(const ingest::Incident &incident, const ingest::Snapshot &snapshot,
             const ingest::CategorySnapshot &category)
{
    if (incident.kind == ingest::IncidentKind::category)
        return incident.subject == category.category;
    if (incident.kind != ingest::IncidentKind::ratio || !snapshot.configuration ||
        category.state == ingest::CategoryState::known)
        return false;
    const auto ratio = ingest::evidence::questionAbout(*snapshot.configuration, category.ordinal,
                                                       category.type, {})
                           .attempts.signal;
    return ratio && snapshot.configuration->signals.at(*ratio).name == incident.subject;
}

} // namespace

Status incidentStatus(const ingest::Snapshot &snapshot, const ingest::CategorySnapshot &category)
{
    Status worst = Status::normal;
    for (const ingest::Incident &incident : snapshot.incidents)
        if (!incident.until && isAbout(incident, snapshot, category))
            worst = std::max(worst, statusOf(incident.kind));
    return worst;
}

} // namespace models
