// SPDX-License-Identifier: GPL-3.0-or-later
// The disk's side of a recording: segment after segment, each begun with a head, ended by size or
// age, and the oldest deleted. What cannot be written is counted, said and tried again. Owned by
// the thread that writes recordings.
#pragma once

#include "ingest/config/record_configuration.h"
#include "ingest/record/checkpoint_file.h"
#include "ingest/record/line_writer.h"
#include "ingest/record/recording_state.h"
#include "ingest/record/segment_file.h"
#include "ingest/record/segment_folder.h"

#include <memory>
#include <string>
#include <vector>

namespace ingest::record {

class SegmentWriter
{
public:
    static constexpr std::size_t kBlockBytes = std::size_t{4} << 20; // of text
    // A segment ends with either; an eighth of what is kept at most.
    static constexpr std::uint64_t kSegmentBytes = std::uint64_t{64} << 20;
    // What is counted at most to show a moment of it: 0.9 million events at 5,000 a second. A state
    // of then has 25 to 33 MB on the disk, the messages of the span 16.
    static constexpr std::chrono::minutes kSegmentSpan{3};

    // `started`: from when on every frame will be put. The first endBlock() opens a segment.
    SegmentWriter(config::RecordConfiguration configuration, Timestamp started,
                  std::uint64_t segmentBytes = kSegmentBytes);

    void put(const wire::Frame &frame);
    // So many frames before the next one were shed by whoever puts them.
    void miss(Timestamp at, std::uint64_t frames);
    // True shortly before the segment is full: time for a checkpoint to begin the next one with.
    // Where none comes in time, that one begins without. Never where anything is to be redacted.
    [[nodiscard]] bool wantsCheckpoint() const { return m_wantsCheckpoint; }
    // What was put so far led to this state, what is put from now on follows: ends the segment.
    void begin(Checkpoint checkpoint);
    // Writes what was put, opens what is not open. `now` becomes a tick where nothing came for a
    // second before, or where it is asked for.
    void endBlock(Timestamp now, bool putTick = false);

    [[nodiscard]] const RecordingState &state() const { return m_state; }

private:
    void open();
    void keep(Checkpoint checkpoint);
    void say(const std::string &wrong);
    template <class E>
    void putLine(const E &entry);

    config::RecordConfiguration m_configuration;
    std::uint64_t m_segmentBytes;
    SegmentFolder m_folder;
    LineWriter m_lines;
    Timestamp m_started;
    std::unique_ptr<SegmentFile> m_segment; // null while none can be opened
    std::uint64_t m_part = 0;
    Timestamp m_segmentFrom{};
    Timestamp m_lastAt; // of the last line
    std::uint64_t m_framesInBlock = 0;
    std::uint64_t m_unsaid = 0; // missing frames that no line tells of yet
    std::uint64_t m_saidInBlock = 0;
    std::uint64_t m_before = 0; // bytes of the closed segments in the folder
    std::string m_line;
    bool m_wantsCheckpoint = false;
    std::string m_withoutCheckpoint; // why the segment has none, where it should
    RecordingState m_state;
};

} // namespace ingest::record
