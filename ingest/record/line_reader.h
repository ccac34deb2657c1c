// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a line of a recording. Total: any bytes give an entry or a reason, and nothing outside the
// line is read. One per thread; keeps the memory that views lie in.
#pragma once

#include "ingest/record/entry.h"
#include "ingest/wire/timestamp.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ingest::record {

class LineReader
{
public:
    // Valid until the next call; `line` has no line feed. Texts of unknown names are passed over.
    [[nodiscard]] std::variant<Entry, LineFault> read(std::string_view line);

private:
    // The members of a line, as they were read so far.
    struct Members
    {
        std::optional<Timestamp> at;
        std::optional<Timestamp> started;
        std::optional<std::uint64_t> part;
        std::optional<std::uint64_t> version;
        std::optional<std::uint64_t> missing;
        std::optional<std::string_view> payload;
        bool isHead = false;
        wire::Frame frame;
    };

    std::optional<LineFault> member(std::string_view name, Members &members);
    std::optional<LineFault> text(std::string_view name, Members &members);
    std::optional<LineFault> time(std::optional<Timestamp> &to);
    std::optional<LineFault> bytes(std::size_t place, bool isBase64, std::string_view &to);
    std::optional<LineFault> count(std::optional<std::uint64_t> &to);
    std::optional<LineFault> flag(bool &to);
    bool rawString(std::string_view &raw);
    bool take(char expected);
    [[nodiscard]] static std::variant<Entry, LineFault> entryOf(const Members &members);
    [[nodiscard]] bool isLikeLast(std::string_view line);
    [[nodiscard]] bool isLikeLastAtAnotherTime(std::string_view line);
    void remember(const wire::Frame &frame);

    std::string_view m_line;
    std::size_t m_at = 0;
    std::size_t m_eventAt = 0; // where the line's event begins, if it has one
    // Frames of a burst have all but their event in common: what stood before the event of the last
    // line, and what it said. Empty where the last line has none.
    std::string m_before;
    std::size_t m_timeBytes = 0; // of the time it begins with; 0 where another may stand in it
    wire::Rfc3339Reader m_times;
    wire::Frame m_frame;                 // its views are into m_before and m_memory
    std::array<std::string, 4> m_memory; // of the endpoint, the topic, the payload, any other
};

} // namespace ingest::record
