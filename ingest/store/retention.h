// SPDX-License-Identifier: GPL-3.0-or-later
// Takes out of the store what is older, or takes more, than is to be kept. The writer's thread.
#pragma once

#include "ingest/config/history_configuration.h"
#include "ingest/time.h"

struct sqlite3;

namespace ingest::store {

// Rows of one resolution that begin before their time, and the oldest ones of what is too much: of
// each a few thousand at most, so that no call takes long. False where SQLite refuses.
[[nodiscard]] bool forget(sqlite3 *connection, Seconds resolution,
                          const config::KeptResolution &kept, Second now);

} // namespace ingest::store
