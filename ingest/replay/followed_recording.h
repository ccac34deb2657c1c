// SPDX-License-Identifier: GPL-3.0-or-later
// The newest recording of a folder while it is being written: its segments so far, and what is
// added to them meanwhile. Owned by one thread, another than the one that writes.
#pragma once

#include "ingest/record/entry_reader.h"
#include "ingest/record/line_stream.h"
#include "ingest/replay/entry_source.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace ingest::replay {

class FollowedRecording final : public EntrySource
{
public:
    // From that segment on; empty: from the first.
    explicit FollowedRecording(std::filesystem::path folder, std::filesystem::path from = {});

    std::optional<DueEntry> next() override;
    std::size_t next(record::FrameBurst &burst, Timestamp until, std::size_t most) override
    {
        const std::size_t count = m_lines ? m_reader.read(*m_lines, burst, until, most) : 0;
        m_taken += count;
        return count;
    }
    [[nodiscard]] std::vector<std::string> problems() const override;

private:
    [[nodiscard]] bool openNext();
    // The next line; empty where there is none yet.
    std::optional<std::string_view> line();
    void reopen();

    std::filesystem::path m_folder;
    std::filesystem::path m_from;
    std::filesystem::path m_file; // that is being read; empty before the first
    std::unique_ptr<record::LineStream> m_lines;
    std::uint64_t m_taken = 0; // lines of it
    record::EntryReader m_reader;
};

} // namespace ingest::replay
