// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a category of failures is part of an open incident. Any thread.
#pragma once

#include "ingest/snapshot.h"
#include "models/status.h"

namespace models {

// The status of the worst open incident of the category itself, or of the ratio in which its
// failures are the bad ones; what has always been there is not what a ratio's incident is about.
[[nodiscard]] Status incidentStatus(const ingest::Snapshot &snapshot,
                                    const ingest::CategorySnapshot &category);

} // namespace models
