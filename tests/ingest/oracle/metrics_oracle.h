// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics of a snapshot as they must be, computed from the events anew for one window at one
// instant. Quantiles are the exact values of their ranks. Funnels have an oracle of their own.
// Includes nothing of ingest/metrics.
#pragma once

#include "ingest/snapshot.h"
#include "tests/ingest/oracle/event_log.h"

namespace oracle {

// Signals and their breakdowns (without series of estimates), categories, failures, loss.
[[nodiscard]] ingest::Metrics metricsOf(const EventLog &log,
                                        const ingest::config::Configuration &configuration,
                                        ingest::Window window, ingest::Second asOf,
                                        std::optional<ingest::Seconds> step = std::nullopt);

} // namespace oracle
