// SPDX-License-Identifier: GPL-3.0-or-later
// A file of events, one JSON object a line, as frames of many lines each. Owned by one thread.
#pragma once

#include "ingest/transport/byte_stream.h"
#include "ingest/wire/frame.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ingest::transport {

class EventFile
{
public:
    explicit EventFile(const std::filesystem::path &file);

    // Whole lines, with 64 readable bytes behind them, without an arrival time; valid until the
    // next call. Empty at the end. A line over 2 MiB is cut there: nothing makes memory grow.
    std::optional<wire::Frame> next();

    // What is wrong with the file, if anything; what came before has been delivered.
    [[nodiscard]] const std::string &problem() const { return m_stream->problem(); }

private:
    std::unique_ptr<ByteStream> m_stream;
    std::string m_name;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; // of what was read and not handed out
    std::size_t m_end = 0;
    bool m_skipping = false; // behind the cut of a line that was too long
};

} // namespace ingest::transport
