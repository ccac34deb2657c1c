// SPDX-License-Identifier: GPL-3.0-or-later
// Where markers lie on the time axis of the charts and of the scrubber: a letter, a word and a
// title each. Plain values; any thread.
#pragma once

#include "ingest/marker.h"
#include "models/time_axis.h"

#include <QChar>
#include <QString>

#include <vector>

namespace models {

struct ChangeMark
{
    double ms = 0; // since 1970
    QChar letter;  // D deploy, C campaign, X chaos test, L launch, N note
    QString word;  // "Deploy"
    QString title; // "payments-gw 2.31.0"
    bool operator==(const ChangeMark &) const = default;
};

[[nodiscard]] ChangeMark changeMark(const ingest::Marker &marker);

// Those on the axis, oldest first; the newest forty of them.
[[nodiscard]] std::vector<ChangeMark> changeMarks(const std::vector<ingest::Marker> &markers,
                                                  double fromMs, double toMs);

} // namespace models
