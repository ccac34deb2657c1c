// SPDX-License-Identifier: GPL-3.0-or-later
// How an incident is called wherever it is named: a category as its row in the tables is, all else
// by its title. Any thread.
#pragma once

#include "ingest/snapshot_incidents.h"
#include "models/category_key.h"

#include <QString>

namespace models {

[[nodiscard]] inline QString nameOfIncident(const ingest::Incident &incident)
{
    return incident.kind == ingest::IncidentKind::category ? categoryName(incident.subject)
                                                           : QString::fromStdString(incident.title);
}

} // namespace models
