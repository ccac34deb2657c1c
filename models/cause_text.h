// SPDX-License-Identifier: GPL-3.0-or-later
// Who meets an incident and since which change, in words. What came before is said as timing, not
// as a cause. Empty where nothing is known. Any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

namespace models {

// "96 % of the failing have app 4.2, 11.6 % of all: 8.3× over-represented."
[[nodiscard]] QString causeSentence(const ingest::Snapshot &snapshot,
                                    const ingest::Incident &incident);

// "8.3× over-represented: app 4.2."
[[nodiscard]] QString causeBrief(const ingest::Snapshot &snapshot,
                                 const ingest::Incident &incident);

// "8.3×: app 4.2."
[[nodiscard]] QString causeBriefest(const ingest::Snapshot &snapshot,
                                    const ingest::Incident &incident);

// "It began 5 min after deploy payments-gw 2.31.0.": the last marker in the quarter of an hour
// before.
[[nodiscard]] QString changeSentence(const ingest::Snapshot &snapshot,
                                     const ingest::Incident &incident);

} // namespace models
