// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the lines of a recording, and counts those that are no entries and what was not written.
// Owned by one thread.
#pragma once

#include "ingest/record/frame_burst.h"
#include "ingest/record/line_reader.h"
#include "ingest/record/line_stream.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ingest::record {

class EntryReader
{
public:
    // Empty: the line is no entry. Valid until the next call.
    std::optional<Entry> read(std::string_view line)
    {
        auto read = m_reader.read(line);
        if (const auto *fault = std::get_if<LineFault>(&read)) {
            refuse(nameOf(*fault), 1);
            return std::nullopt;
        }
        Entry &entry = std::get<Entry>(read);
        if (const auto *missing = std::get_if<Missing>(&entry))
            m_missing += missing->frames;
        return std::move(entry);
    }
    // Messages like one before, as far as their lines are ready, they had come by `until`, and
    // `burst` takes them: their bytes stay until the next line is read that was not ready. Up to
    // `most` of them; returns how many.
    std::size_t read(LineStream &lines, FrameBurst &burst, Timestamp until, std::size_t most)
    {
        std::size_t count = 0;
        for (; count < most && !burst.full(); ++count) {
            const auto line = lines.ready();
            wire::Frame &frame = burst.room();
            if (!line || !m_reader.readLikeOneBefore(*line, frame) || *frame.arrival > until ||
                !burst.takeRoom())
                break;
            lines.takeReady();
        }
        return count;
    }
    // Lines that nobody could read; `reason` lives for ever.
    void refuse(std::string_view reason, std::uint64_t lines)
    {
        if (lines > 0)
            m_refused[reason] += lines;
    }
    // In words, one a line; empty where all is well.
    [[nodiscard]] std::vector<std::string> problems() const
    {
        std::vector<std::string> problems;
        for (const auto &[reason, lines] : m_refused)
            problems.push_back(std::to_string(lines) +
                               " lines are no entries: " + std::string(reason));
        if (m_missing > 0)
            problems.push_back(std::to_string(m_missing) +
                               " frames are missing: they could not be written in time");
        return problems;
    }

private:
    LineReader m_reader;
    std::map<std::string_view, std::uint64_t> m_refused; // lines by reason
    std::uint64_t m_missing = 0;                         // frames that were not written
};

} // namespace ingest::record
