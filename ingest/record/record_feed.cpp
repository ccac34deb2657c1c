// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/record_feed.h"

#include <utility>

namespace ingest::record {

void RecordFeed::configure(config::RecordConfiguration configuration, Timestamp now,
                           std::optional<state::FrozenState> state)
{
    end(now);
    m_configuration = std::move(configuration);
    restart(now, std::move(state));
}

void RecordFeed::restart(Timestamp started, std::optional<state::FrozenState> state)
{
    if (m_configuration.folder.empty())
        return;
    end(started);
    m_recorder = std::make_unique<Recorder>(m_configuration, started, Recorder::kMostWaitingBytes,
                                            std::move(state));
}

void RecordFeed::end(Timestamp now)
{
    if (!m_recorder)
        return;
    m_recorder->tick(now);
    m_recorder->end();
    m_ending.push_back(std::move(m_recorder));
}

void RecordFeed::tick(Timestamp now,
                      const std::function<std::optional<state::FrozenState>()> &state)
{
    std::erase_if(m_ending, [](const auto &recorder) { return recorder->hasEnded(); });
    if (!m_recorder)
        return;
    m_recorder->tick(now);
    if (m_recorder->wantsCheckpoint())
        if (auto bytes = state())
            m_recorder->begin({now, std::move(*bytes)});
}

std::vector<std::string> RecordFeed::warnings() const
{
    return m_recorder ? warningsOf(m_recorder->state()) : std::vector<std::string>();
}

std::vector<std::string> warningsOf(const RecordingState &recording)
{
    std::vector<std::string> warnings;
    if (!recording.problem.empty())
        warnings.push_back(recording.problem);
    if (recording.missing > 0)
        warnings.push_back(std::to_string(recording.missing) +
                           " messages are missing from the recording: the disk did not follow");
    return warnings;
}

} // namespace ingest::record
