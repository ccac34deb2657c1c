// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline as plain text, for a bug report: ledger, sources, engine. Holds no payloads beyond
// the last bad frame of each source. Any thread.
#pragma once

#include "ingest/snapshot.h"

#include <QString>

namespace models {

[[nodiscard]] QString pipelineText(const ingest::Snapshot &snapshot);

// What the engine had to leave out for want of room, one sentence each; empty when nothing.
[[nodiscard]] std::vector<QString> capsHit(const ingest::Snapshot &snapshot);

// "512 MiB", "1.19 GiB".
[[nodiscard]] QString bytesText(std::uint64_t bytes);

} // namespace models
