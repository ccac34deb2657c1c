// SPDX-License-Identifier: GPL-3.0-or-later
// How old the data are, counted on a local monotonic clock: it goes on whatever arrives, and
// whoever sets the clock of the machine. Owned by one view. Time is an argument.
#pragma once

#include "ingest/snapshot.h"

#include <cstdint>
#include <optional>

namespace models {

class DataAge
{
public:
    // `silentMs`: for how long the snapshot has been the latest one. Empty before any event.
    std::optional<double> updateSeconds(const ingest::Snapshot &snapshot, std::int64_t silentMs,
                                        std::int64_t monotonicMs);

private:
    std::optional<ingest::Timestamp> m_lastEvent;
    std::int64_t m_arrivedMs = 0; // of the last event, on the monotonic clock
};

} // namespace models
