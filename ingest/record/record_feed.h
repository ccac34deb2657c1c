// SPDX-License-Identifier: GPL-3.0-or-later
// The recordings of an ingest loop: the running one, if any, and those that still write what waits.
// Owned by the ingest thread; never waits, until it is destroyed.
#pragma once

#include "ingest/config/record_configuration.h"
#include "ingest/record/recorder.h"

#include <memory>
#include <string>
#include <vector>

namespace ingest::record {

class RecordFeed
{
public:
    // Where no folder is named, nothing is ever recorded.
    explicit RecordFeed(config::RecordConfiguration configuration)
        : m_configuration(std::move(configuration))
    {
    }

    // Every frame from `started` on will be offered. What was recorded before is ended then.
    void restart(Timestamp started);
    void end(Timestamp now);

    void offer(const wire::Frame &frame)
    {
        if (m_recorder)
            m_recorder->offer(frame);
    }
    // Several times a second.
    void tick(Timestamp now);

    [[nodiscard]] std::vector<std::string> warnings() const;

private:
    config::RecordConfiguration m_configuration;
    std::unique_ptr<Recorder> m_recorder; // null: nothing is recorded
    std::vector<std::unique_ptr<Recorder>> m_ending;
};

// What is wrong with a recording, for people; empty while all is well.
[[nodiscard]] std::vector<std::string> warningsOf(const RecordingState &recording);

} // namespace ingest::record
