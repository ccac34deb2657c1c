// SPDX-License-Identifier: GPL-3.0-or-later
// Reads which events something is about. For the configuration's own files only.
#pragma once

#include "ingest/config/table_reader.h"

#include <string_view>
#include <vector>

namespace ingest::config {

// One type or { event, where }, or an array of them; empty where the key is absent.
[[nodiscard]] std::vector<EventFilter> readFilters(std::string_view key, TableReader &reader);

} // namespace ingest::config
