// SPDX-License-Identifier: GPL-3.0-or-later
// Reads [history]. Includes toml++: for the configuration's own files only.
#pragma once

#include "ingest/config/history_configuration.h"
#include "ingest/config/table_reader.h"

namespace ingest::config {

[[nodiscard]] HistoryConfiguration readHistory(const toml::table &table, Findings &findings);

} // namespace ingest::config
