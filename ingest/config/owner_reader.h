// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one [[owner]], and the catalogue it names. For the configuration's own files only.
#pragma once

#include "ingest/config/table_reader.h"

namespace ingest::config {

// Adds to owners, or to catalogs and catalogOwners; relative paths start where the file is.
void readOwner(const toml::table &table, Configuration &configuration, Findings &findings);

} // namespace ingest::config
