// SPDX-License-Identifier: GPL-3.0-or-later
// Until when a signal's figures can be trusted, and whose loss cannot be known. Plain functions;
// any thread.
#pragma once

#include "ingest/snapshot.h"

#include <cstddef>
#include <optional>
#include <string>

namespace models {

// Empty while everything the signal needs is heard of; else the last trusted instant in ms.
// Without a signal (null) the stream as a whole decides.
[[nodiscard]] std::optional<double> dataEndMs(const ingest::Snapshot &snapshot,
                                              const ingest::SignalSnapshot *signal);

// A source the signal needs was not heard for 1 % of the window or more around ends without
// goodbye: what came is not all, and nobody can say how much is missing. False for null.
[[nodiscard]] bool hasGaps(const ingest::Snapshot &snapshot, const ingest::SignalSnapshot *signal);

// Of those the one with most of it; null where there is none.
[[nodiscard]] const ingest::SignalSnapshot *mostBroken(const ingest::Snapshot &snapshot);

// How often the source ended without goodbye within the window, of its last 256 epochs.
[[nodiscard]] std::size_t tailsInWindow(const ingest::Snapshot &snapshot,
                                        const std::string &source);

// Whether every loss would have shown by a later event: it is not silent, and did not end without
// goodbye.
[[nodiscard]] bool tailKnown(const ingest::SourceSnapshot &source);
// Of all sources.
[[nodiscard]] bool tailsKnown(const ingest::Snapshot &snapshot);

// A source of which some epoch ended without goodbye: what it sent last may never have come. Null
// where there is none.
[[nodiscard]] const ingest::SourceSnapshot *unknownTail(const ingest::Snapshot &snapshot);

} // namespace models
