// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a capsule out of a recording. Owned by one thread; it may take as long as reading the
// recording does.
#pragma once

#include "ingest/replay/beginnings.h"
#include "ingest/replay/capsule.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ingest::replay {

struct CapsuleResult
{
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;        // of the file
    std::vector<std::string> notes; // what is missing or wrong in the recording, in words
    std::string problem;            // not empty: there is no file, and why
};

// The messages of `original` that arrived in (capsule.from, capsule.to], without what `redact`
// leads to (JSON Pointers). Whole, or not at all; a file that is there already stays.
[[nodiscard]] CapsuleResult writeCapsule(const Original &original, const Capsule &capsule,
                                         const std::vector<std::string> &redact,
                                         const std::filesystem::path &to);

} // namespace ingest::replay
