// SPDX-License-Identifier: GPL-3.0-or-later
// The recordings of an ingest loop: the running one, if any, and those that still write what waits.
// Owned by the ingest thread; never waits, until it is destroyed.
#pragma once

#include "ingest/config/record_configuration.h"
#include "ingest/record/recorder.h"

#include <functional>
#include <memory>
#include <optional>
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

    // Ends what is recorded, and begins anew as this says; see restart().
    void configure(config::RecordConfiguration configuration, Timestamp now,
                   std::optional<state::FrozenState> state = std::nullopt);

    // Every frame from `started` on will be offered, to an engine in that state; empty: it is
    // fresh. What was recorded before is ended then.
    void restart(Timestamp started, std::optional<state::FrozenState> state = std::nullopt);
    void end(Timestamp now);

    void offer(const wire::Frame &frame)
    {
        if (m_recorder)
            m_recorder->offer(frame);
    }
    [[nodiscard]] const config::RecordConfiguration &configuration() const
    {
        return m_configuration;
    }
    // Several times a second. `state`: what the engine's is, now that it has been given all frames
    // offered, and `now`; asked for when a segment is to begin. Empty: it cannot be told.
    void tick(Timestamp now, const std::function<std::optional<state::FrozenState>()> &state);

    [[nodiscard]] std::vector<std::string> warnings() const;

private:
    config::RecordConfiguration m_configuration;
    std::unique_ptr<Recorder> m_recorder; // null: nothing is recorded
    std::vector<std::unique_ptr<Recorder>> m_ending;
};

// What is wrong with a recording, for people; empty while all is well.
[[nodiscard]] std::vector<std::string> warningsOf(const RecordingState &recording);

} // namespace ingest::record
