// SPDX-License-Identifier: GPL-3.0-or-later
// What an incident has cost so far, in a word or two. Plain functions; any thread.
#pragma once

#include "ingest/snapshot_incidents.h"

#include <QString>

namespace models {

struct CostText
{
    QString amount; // "€32.4 k"; "–" where no journey is known to be lost
    QString note;   // "lost so far", "at risk, 12 unpriced"
};

[[nodiscard]] CostText costText(const ingest::Cost &cost);

// "€32.4 k".
[[nodiscard]] QString briefMoney(const ingest::SumValue &sum);
// "€1,234.50": every digit.
[[nodiscard]] QString exactMoney(const ingest::SumValue &sum);

} // namespace models
