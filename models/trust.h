// SPDX-License-Identifier: GPL-3.0-or-later
// Until when a signal's figures can be trusted, and whose loss cannot be known. Plain functions;
// any thread.
#pragma once

#include "ingest/snapshot.h"

#include <optional>

namespace models {

// Empty while everything the signal needs is heard of; else the last trusted instant in ms.
// Without a signal (null) the stream as a whole decides.
[[nodiscard]] std::optional<double> dataEndMs(const ingest::Snapshot &snapshot,
                                              const ingest::SignalSnapshot *signal);

// A source of which some epoch ended without goodbye: what it sent last may never have come. Null
// where there is none.
[[nodiscard]] const ingest::SourceSnapshot *unknownTail(const ingest::Snapshot &snapshot);

} // namespace models
