// SPDX-License-Identifier: GPL-3.0-or-later
// A configured funnel and the events an engine was given, in the terms of the funnel oracle.
// Includes nothing of ingest/metrics.
#pragma once

#include "ingest/config/configuration.h"
#include "tests/ingest/oracle/event_log.h"
#include "tests/ingest/oracle/funnel_oracle.h"

#include <cstdint>
#include <string>
#include <vector>

namespace oracle {

// The longest `within` of all funnels decides when a journey is idle, and half an hour at least.
[[nodiscard]] FunnelRule funnelRule(const ingest::config::SignalConfiguration &funnel,
                                    const ingest::config::Configuration &configuration);

// Those with a journey. A value is the place of the event's value of the first attribute of `by` in
// `values`, which grows, from 1; 0 where it has none.
[[nodiscard]] std::vector<FunnelEvent>
funnelEvents(const ingest::config::SignalConfiguration &funnel, const std::vector<Kept> &kept,
             std::vector<std::string> &values);

} // namespace oracle
