// SPDX-License-Identifier: GPL-3.0-or-later
// One kept event as lists show it. Plain values; any thread.
#pragma once

#include "ingest/evidence/event_reader.h"
#include "ingest/evidence/kept_events.h"

#include <QString>

#include <utility>
#include <vector>

namespace models {

struct EventRow
{
    std::uint64_t number = 0; // in order of arrival
    double ms = 0;            // since 1970
    QString time;             // "14:32:07.981"
    QString type;
    QString source;
    QString journey;
    std::uint64_t journeyKey = 0;
    bool failing = false;
    QString reason; // the category of a failing one
    QString amount; // with its currency
    std::vector<std::pair<QString, QString>> attributes;
    QString text; // as received
};

[[nodiscard]] EventRow rowOf(const ingest::evidence::KeptEvent &event,
                             ingest::evidence::EventReader &reader);

// "country=DE provider=acme-pay", the rest of a line.
[[nodiscard]] QString attributeText(const EventRow &row);

} // namespace models
