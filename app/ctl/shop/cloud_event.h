// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the simulated shop's events in the recommended shape: CloudEvents 1.0, structured JSON.
// Plain functions.
#pragma once

#include "ingest/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace app::shop {

struct PlannedEvent;

// "2026-11-23T08:10:03.123456Z", cut to microseconds.
[[nodiscard]] std::string rfc3339(ingest::Timestamp time);

// Replaces `out` by the event's payload. `sequence` is written with 20 digits, as CloudEvents'
// sequence extension wants it to sort.
void writeCloudEvent(const PlannedEvent &event, std::string_view epoch, std::uint64_t sequence,
                     std::string &out);

} // namespace app::shop
