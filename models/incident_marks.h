// SPDX-License-Identifier: GPL-3.0-or-later
// Where incidents lie on the time axis of the charts. Plain values; any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"
#include "models/time_axis.h"

#include <QString>

#include <vector>

namespace models {

struct IncidentMark
{
    double fromMs = 0; // since 1970; within the axis
    double toMs = 0;
    bool begins = true; // on the axis; else it began before
    Status status = Status::bad;
    QString title; // "Payment success"
    QString note;  // "open, 29 min", "12 min"
    bool operator==(const IncidentMark &) const = default;
};

// Those that touch the axis, the worst first (see isWorse()). At most eight.
[[nodiscard]] std::vector<IncidentMark> incidentMarks(const ingest::Snapshot &snapshot,
                                                      const TimeAxis &axis);

} // namespace models
