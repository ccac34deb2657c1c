// SPDX-License-Identifier: GPL-3.0-or-later
// How a recording fares that is being written. Plain values.
#pragma once

#include <cstdint>
#include <string>

namespace ingest::record {

struct RecordingState
{
    std::uint64_t frames = 0;  // on the disk
    std::uint64_t missing = 0; // frames that are not in it: the disk did not follow, or failed
    std::uint64_t bytes = 0;   // on the disk, of all segments in the folder
    std::string problem;       // what is wrong now, for people; empty while all is well
};

} // namespace ingest::record
