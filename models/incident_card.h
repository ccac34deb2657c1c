// SPDX-License-Identifier: GPL-3.0-or-later
// What the Experience page says of the worst open incident: what fails, since when, whose it is,
// who meets it, how many journeys did and what it has cost. Plain values; any thread.
#pragma once

#include "models/wall_band.h"

#include <QString>

#include <optional>
#include <vector>

namespace models {

struct IncidentCard
{
    struct Figure
    {
        QString label; // "journeys affected"
        QString value; // "612"
        bool operator==(const Figure &) const = default;
    };

    ingest::Incident incident;
    Status status = Status::bad;
    QString headline; // "Payment success: 23.1 % fail"
    QString owner;    // "Owner: Payments. 2 incidents are open."
    QString elapsed;  // "29 min"
    QString since;    // "since 14:03"
    // "231 of 1,000 attempts failed in the last minute; ...", who they are and since which change,
    // and what became of the journeys that met it: shortest last, for what there is room for.
    std::vector<QString> sentences;
    std::vector<Figure> figures; // at most three; fewer where less is known
};

// As of the engine's time. Empty where no incident is open.
[[nodiscard]] std::optional<IncidentCard> incidentCard(const ingest::Snapshot &snapshot);

} // namespace models
