// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/record/segment_writer.h"

#include <algorithm>
#include <utility>

namespace ingest::record {

namespace {

// Before its time is over: fifty ticks of whoever has the state.
constexpr Seconds kCheckpointAhead{5};

} // namespace

SegmentWriter::SegmentWriter(config::RecordConfiguration configuration, Timestamp started,
                             std::uint64_t segmentBytes)
    : m_configuration(std::move(configuration)),
      m_segmentBytes(std::min(segmentBytes, m_configuration.keepBytes / 8)),
      m_folder(m_configuration.folder), m_lines(m_configuration.redact), m_started(started),
      m_lastAt(started)
{
}

template <class E>
void SegmentWriter::putLine(const E &entry)
{
    m_line.clear();
    m_lines.put(entry, m_line);
    m_segment->put(m_line);
}

void SegmentWriter::open()
{
    std::string wrong = m_folder.create();
    if (wrong.empty()) {
        m_before = m_folder.prune(m_configuration.keepBytes - m_segmentBytes);
        m_segment = std::make_unique<SegmentFile>(m_folder.segment(m_started, m_part + 1));
        wrong = m_segment->problem();
    }
    if (!wrong.empty()) {
        say(wrong);
        m_segment.reset();
        return;
    }
    ++m_part;
    m_wantsCheckpoint = false;
    m_segmentFrom = m_lastAt;
    putLine(SegmentHead{m_started, m_part});
    miss(m_lastAt, 0);
}

void SegmentWriter::begin(Checkpoint checkpoint)
{
    const std::uint64_t part = m_part;
    endBlock(checkpoint.at, true);
    if (m_part == part) { // else the segment was full, and nothing is in the next one yet
        m_segment.reset();
        open();
    }
    if (m_segment && m_configuration.keepsStates())
        keep(std::move(checkpoint));
}

void SegmentWriter::keep(Checkpoint checkpoint)
{
    const auto file = SegmentFolder::checkpoint(m_folder.segment(m_started, m_part), checkpoint.at);
    const WrittenCheckpoint written = writeCheckpoint(file, std::move(checkpoint.state));
    m_before = m_folder.prune(m_configuration.keepBytes - m_segmentBytes);
    m_withoutCheckpoint.clear();
    if (!written.problem.empty())
        m_withoutCheckpoint =
            "Recorded from now on without the state to begin in: " + written.problem +
            ". Earlier times take longer to show";
}

void SegmentWriter::say(const std::string &wrong)
{
    m_state.problem = "Recording stands still: " + wrong +
                      ". Make room or allow writing there; it goes on by itself then";
}

void SegmentWriter::put(const wire::Frame &frame)
{
    m_lastAt = frame.arrival.value_or(m_lastAt);
    if (!m_segment) {
        ++m_unsaid;
        ++m_state.missing;
        return;
    }
    putLine(frame);
    ++m_framesInBlock;
    if (m_segment->textInBlock() >= kBlockBytes)
        endBlock(m_lastAt);
}

void SegmentWriter::miss(Timestamp at, std::uint64_t frames)
{
    m_unsaid += frames;
    m_state.missing += frames;
    if (!m_segment || m_unsaid == 0)
        return;
    putLine(Missing{at, m_unsaid});
    m_saidInBlock += std::exchange(m_unsaid, 0);
}

void SegmentWriter::endBlock(Timestamp now, bool putTick)
{
    if (m_segment && (now - m_lastAt >= Seconds{1} || (putTick && now > m_lastAt))) {
        m_lastAt = now;
        putLine(Tick{now});
    }
    if (m_segment && !m_segment->endBlock()) {
        m_unsaid += m_framesInBlock + m_saidInBlock;
        m_state.missing += m_framesInBlock;
        say(m_segment->problem());
        m_segment.reset();
    } else if (m_segment) {
        m_state.problem = m_withoutCheckpoint;
        m_state.frames += m_framesInBlock;
        m_state.bytes = m_before + m_segment->bytes();
        const Nanoseconds age = m_lastAt - m_segmentFrom;
        m_wantsCheckpoint = m_configuration.keepsStates() &&
                            (m_segment->bytes() >= m_segmentBytes - m_segmentBytes / 8 ||
                             age >= kSegmentSpan - kCheckpointAhead);
        if (m_segment->bytes() >= m_segmentBytes || age >= kSegmentSpan)
            m_segment.reset();
    }
    m_framesInBlock = m_saidInBlock = 0;
    if (!m_segment)
        open();
}

} // namespace ingest::record
