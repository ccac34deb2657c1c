// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration named on the command line. Plain functions.
#pragma once

#include "ingest/config/configuration.h"

#include <optional>
#include <string>

namespace app {

// Empty where the file is wrong; every problem is said on standard error, one a line.
[[nodiscard]] std::optional<ingest::config::Configuration> loadOrExplain(const std::string &file);

// For commands that show no single event and no incident: keeping the ones and watching for the
// others, with the journeys they hit, would cost time and memory for nothing.
[[nodiscard]] ingest::config::Configuration
withoutKeeping(ingest::config::Configuration configuration);

} // namespace app
