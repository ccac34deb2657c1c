// SPDX-License-Identifier: GPL-3.0-or-later
// One journey over time: a row for each service, a dot for each event, and what was expected and
// never came. Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/event_row.h"

#include <QString>

#include <vector>

namespace models {

struct JourneyLine
{
    struct Dot
    {
        double seconds = 0; // since the first event
        int row = 0;
        QString label; // the type without its first word, where there is one
        bool failing = false;
        std::uint64_t number = 0; // of the event
        QString type;
        QString amount;     // with its currency; empty where it has none
        QString attributes; // "reason=declined  country=DE"
        QString text;       // as received
    };
    struct Missing
    {
        double fromSeconds = 0;
        double toSeconds = 0;
        double nowSeconds = 0; // so far nothing came; later it still may
        int row = 0;
        QString label;        // "order.completed never came"
        bool pending = false; // it may still come
    };

    QString journey;
    std::uint64_t key = 0; // its hash, as kept events have it
    QString summary;       // "17 events, 6 services, 1 min 54 s, 1 failure, €128.40"
    QString note;          // whether a gap is real or lost data
    double startMs = 0;
    double seconds = 0; // of the whole line
    std::vector<QString> services;
    std::vector<Dot> dots;
    std::vector<Missing> missing;
    QString traceId; // to copy; empty where no event has one

    // The row of a service, a new one at the end where it has none.
    [[nodiscard]] int rowOf(const QString &service);
};

// `events` of one journey, the earliest first.
[[nodiscard]] JourneyLine journeyLine(const ingest::Snapshot &snapshot,
                                      const std::vector<EventRow> &events);

} // namespace models
