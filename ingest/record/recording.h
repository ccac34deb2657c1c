// SPDX-License-Identifier: GPL-3.0-or-later
// A recording, read segment after segment. Total: whatever its bytes, it gives frames, and counts
// by reason what is none. Owned by one thread.
#pragma once

#include "ingest/record/entry_reader.h"
#include "ingest/record/frame_burst.h"
#include "ingest/record/line_stream.h"
#include "ingest/record/segment_folder.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ingest::record {

class Recording
{
public:
    // A folder with segments, or a file that begins as one.
    [[nodiscard]] static bool isOne(const std::filesystem::path &path);

    explicit Recording(const std::filesystem::path &path);
    // What follows a checkpoint: the segments of a folder from its own on.
    explicit Recording(const SegmentFolder::CheckpointPlace &checkpoint);
    // These segments, oldest first.
    explicit Recording(std::vector<std::filesystem::path> segments);

    // Segments that are begun from now on are unpacked by another thread while they are used.
    void readAhead() { m_ahead = true; }

    // Empty at the end; valid until the next call.
    std::optional<Entry> next();

    // The messages that come next, as far as they lie in memory already, had come by `until`, and
    // `burst` takes them: their bytes stay until the next call of this or of next(). Up to `most`
    // of them; returns how many. None: next() tells what comes.
    std::size_t next(FrameBurst &burst, Timestamp until, std::size_t most);

    // What is missing or wrong so far, in words, one a line; empty where all is well.
    [[nodiscard]] std::vector<std::string> problems() const;

private:
    void endSegment();

    std::vector<std::filesystem::path> m_segments; // yet to be read, the next one last
    std::unique_ptr<LineStream> m_lines;           // null between segments
    bool m_ahead = false;
    EntryReader m_reader;
    std::vector<std::string> m_notes;
};

} // namespace ingest::record
