// SPDX-License-Identifier: GPL-3.0-or-later
// How a replay stands: where, how fast, what there is to go to. Plain values.
#pragma once

#include "ingest/replay/timeline.h"

#include <memory>
#include <string>

namespace ingest::replay {

// Later than anything recorded.
inline constexpr Second kEnd = std::chrono::floor<Seconds>(Timestamp::max());

struct ReplayState
{
    Second at{};      // the instant asked for, or played to; within the recording once it is known
    Second reached{}; // how far it has been worked out; `at` where nothing is left to do
    bool busy = true; // it is being worked out: what is shown is an earlier request's
    bool readingEvents = false; // lists of events lack earlier ones, which are being read
    bool playing = false;
    double speed = 1;                         // seconds of the recording a second
    bool atEnd = false;                       // nothing follows, so far
    std::shared_ptr<const Timeline> timeline; // as far as it has been read; null before the first
};

} // namespace ingest::replay
