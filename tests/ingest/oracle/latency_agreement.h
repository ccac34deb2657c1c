// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot says of a latency against the exact values of its ranks: within 0.55 %, in the
// window, at every chart point and of every value of an attribute; the maximum exactly.
#pragma once

#include "ingest/snapshot_signals.h"

namespace oracle {

// `exact` as metricsOf() has it.
void expectLatency(const ingest::SignalSnapshot &exact, const ingest::SignalSnapshot &given);

} // namespace oracle
