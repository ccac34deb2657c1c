// SPDX-License-Identifier: GPL-3.0-or-later
// The computer's clock, as the engine's time: read by the commands, never below them.
#pragma once

#include "ingest/time.h"

#include <chrono>

namespace app {

[[nodiscard]] inline ingest::Timestamp wallClock()
{
    return std::chrono::time_point_cast<ingest::Nanoseconds>(std::chrono::system_clock::now());
}

} // namespace app
