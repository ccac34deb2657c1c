// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a line of a recording. Total: any bytes give an entry or a reason, and nothing outside the
// line is read. One per thread; keeps the memory that views lie in.
#pragma once

#include "ingest/record/entry.h"
#include "ingest/record/line_shape.h"

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

    // The same of a line with a message like a line before, whose texts are views into the line.
    // False for any other, which read() reads; `frame` may be anything then.
    [[nodiscard]] bool readLikeOneBefore(std::string_view line, wire::Frame &frame);

private:
    static constexpr std::size_t kShapes = 4;

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
    void remember(const wire::Frame &frame);

    std::string_view m_line;
    std::size_t m_at = 0;
    std::size_t m_eventAt = 0;               // where the line's event begins, if it has one
    std::array<LineShape, kShapes> m_shapes; // of the lines before, one for each socket in turn
    std::size_t m_shape = 0;                 // the last one that a line had
    std::size_t m_oldest = 0;                // the next one to be forgotten
    std::array<std::string, 4> m_memory;     // of the endpoint, the topic, the payload, any other
};

} // namespace ingest::record
