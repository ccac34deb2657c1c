// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot as the JSON report of `bellwetherctl report`: a stable interface, described in
// docs/report.md. Plain functions; any thread.
#pragma once

#include <string>

namespace ingest {
struct Snapshot;
}

namespace ingest::report {

// Pretty-printed, keys in a fixed order, ending with a line feed. `withBuckets` adds every series.
[[nodiscard]] std::string toJson(const Snapshot &snapshot, bool withBuckets = false);

} // namespace ingest::report
