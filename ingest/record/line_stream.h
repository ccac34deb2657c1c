// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a file, plain or compressed, however long within a bound, where they were unpacked
// to. Owned by one thread.
#pragma once

#include "ingest/transport/byte_stream.h"
#include "ingest/transport/read_ahead.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace ingest::record {

class LineStream
{
public:
    // A message may have 8 MiB, twice as much as text in a line.
    static constexpr std::size_t kLongest = std::size_t{24} << 20;

    explicit LineStream(const std::filesystem::path &file)
        : LineStream(transport::ByteStream::open(file))
    {
    }
    explicit LineStream(std::unique_ptr<transport::ByteStream> stream) : m_stream(std::move(stream))
    {
    }
    // A thread of its own unpacks what comes next.
    [[nodiscard]] static std::unique_ptr<LineStream> ahead(const std::filesystem::path &file)
    {
        return std::make_unique<LineStream>(
            std::make_unique<transport::ReadAhead>(transport::ByteStream::open(file)));
    }

    // Without its line feed; valid until the next call. Empty at the end. Longer lines are passed
    // over and counted, and so is a last line that was cut before its line feed.
    std::optional<std::string_view> next();

    // The next line where it lies whole in memory already, else empty. It is still to be taken, by
    // next() or takeReady(), which leaves those before where they are.
    std::optional<std::string_view> ready()
    {
        return hasLine() ? std::optional(m_rest.substr(0, m_looked)) : std::nullopt;
    }

    // Takes the one that was ready.
    void takeReady()
    {
        m_rest.remove_prefix(m_looked + 1);
        m_looked = 0;
    }

    [[nodiscard]] std::uint64_t tooLong() const { return m_tooLong; }
    [[nodiscard]] bool isTorn() const { return m_torn; }
    // What is wrong with the file itself; the lines before have been delivered.
    [[nodiscard]] const std::string &problem() const { return m_stream->problem(); }

private:
    // Whether the rest has a line feed: m_looked stands on it.
    bool hasLine();
    // Where the next bytes lie; keeps what is left of the ones before. False at the end.
    bool takeBlock();

    std::unique_ptr<transport::ByteStream> m_stream;
    std::string m_room;       // of a stream that has none
    std::string_view m_rest;  // of the block: not delivered
    std::size_t m_looked = 0; // at it, for a line feed
    std::string m_begun;      // of a line: what lay in the blocks before, or all of it
    bool m_completed = false; // that line was delivered
    bool m_skipping = false;  // inside a line that is too long
    bool m_torn = false;
    std::uint64_t m_tooLong = 0;
};

} // namespace ingest::record
