// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one [[signal]]. For the configuration's own files only.
#pragma once

#include "ingest/config/table_reader.h"

namespace ingest::config {

[[nodiscard]] SignalConfiguration readSignal(const toml::table &table, Findings &findings);

} // namespace ingest::config
