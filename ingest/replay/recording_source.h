// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of a recording that is complete: a folder, or a file of it. Owned by one thread.
#pragma once

#include "ingest/record/recording.h"
#include "ingest/replay/entry_source.h"

namespace ingest::replay {

class RecordingSource final : public EntrySource
{
public:
    explicit RecordingSource(const std::filesystem::path &path) : m_recording(path)
    {
        m_recording.readAhead();
    }
    // What follows a checkpoint.
    explicit RecordingSource(const record::SegmentFolder::CheckpointPlace &checkpoint)
        : m_recording(checkpoint)
    {
        m_recording.readAhead();
    }
    // These segments, oldest first.
    explicit RecordingSource(std::vector<std::filesystem::path> segments)
        : m_recording(std::move(segments))
    {
    }

    std::optional<DueEntry> next() override
    {
        auto entry = m_recording.next();
        if (!entry)
            return std::nullopt;
        const auto at = dueAt(*entry);
        return DueEntry{std::move(*entry), at};
    }

    std::size_t next(record::FrameBurst &burst, Timestamp until, std::size_t most) override
    {
        return m_recording.next(burst, until, most);
    }

    [[nodiscard]] std::vector<std::string> problems() const override
    {
        return m_recording.problems();
    }

private:
    record::Recording m_recording;
};

} // namespace ingest::replay
