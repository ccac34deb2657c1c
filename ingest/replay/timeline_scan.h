// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a recording once through, on a thread of its own, to tell what it holds when; a growing one
// is followed. Controlled by one thread; its timeline may be asked for by any.
#pragma once

#include "ingest/replay/beginnings.h"
#include "ingest/replay/timeline.h"

#include <memory>

namespace ingest::replay {

class TimelineScan
{
public:
    explicit TimelineScan(Original original); // starts the thread
    ~TimelineScan();
    TimelineScan(const TimelineScan &) = delete;
    TimelineScan &operator=(const TimelineScan &) = delete;

    // As far as it has been read; never null.
    [[nodiscard]] std::shared_ptr<const Timeline> timeline() const;

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace ingest::replay
