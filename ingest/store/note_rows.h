// SPDX-License-Identifier: GPL-3.0-or-later
// The notes of the history: what stands beside the counts, a row each, replaced by revision. Plain
// functions; the thread of the connection.
#pragma once

#include "ingest/rollup.h"
#include "ingest/time.h"

#include <cstdint>
#include <optional>
#include <vector>

struct sqlite3;

namespace ingest::store {

extern const char *const kNoteSchema;

// Within the transaction at hand. False where SQLite refuses.
[[nodiscard]] bool putNotes(sqlite3 *connection, const RollupBatch &batch);
// Of markers the newest are kept, and those of the same second as the oldest of these.
inline constexpr std::int64_t kMostMarkersKept = 10'000;

// Those that nobody has written again since, and markers beyond. False where SQLite refuses.
[[nodiscard]] bool forgetNotes(sqlite3 *connection, Second before);
// All of them, in the order of their keys; empty where the file cannot be read.
[[nodiscard]] std::optional<std::vector<KeptNote>> readNotes(sqlite3 *connection);

} // namespace ingest::store
