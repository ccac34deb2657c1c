// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one [[marker]]. For the configuration's own files only.
#pragma once

#include "ingest/config/table_reader.h"

namespace ingest::config {

[[nodiscard]] MarkerConfiguration readMarker(const toml::table &table, Findings &findings);

} // namespace ingest::config
