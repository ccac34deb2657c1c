// SPDX-License-Identifier: GPL-3.0-or-later
// One signal's value over a list of events, the slow obvious way. Includes nothing of
// ingest/metrics.
#pragma once

#include "ingest/snapshot_signals.h"
#include "tests/ingest/oracle/event_log.h"

#include <optional>

namespace oracle {

struct Frame
{
    ingest::Window window;
    ingest::Second asOf;
    double observedSeconds;
    std::optional<std::uint64_t> lost;
    std::optional<ingest::Seconds> step; // of the chart points; empty: the window's own
};

[[nodiscard]] bool matches(const ingest::config::EventFilter &filter, const test::RawEvent &event);
[[nodiscard]] bool matchesAny(const std::vector<ingest::config::EventFilter> &filters,
                              const test::RawEvent &event);

// `events` lie in the window, `charted` in the chart, which may begin earlier.
[[nodiscard]] ingest::SignalValue valueOf(const ingest::config::SignalConfiguration &signal,
                                          const std::vector<Kept> &events,
                                          const std::vector<Kept> &charted, const Frame &frame);

// Which events concern the signal at all.
[[nodiscard]] std::vector<Kept> concerning(const ingest::config::SignalConfiguration &signal,
                                           const std::vector<Kept> &events);

[[nodiscard]] ingest::Interval wilson(std::uint64_t good, std::uint64_t trials);

} // namespace oracle
