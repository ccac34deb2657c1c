// SPDX-License-Identifier: GPL-3.0-or-later
// One segment being written: text goes into zstd frames that stand alone, each written whole, so
// that a crash costs what was put since the last endBlock() and never the file. Owned by one
// thread.
#pragma once

#include "ingest/record/packer.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace ingest::record {

class SegmentFile
{
public:
    // Begins a new file; one that is there already is a problem().
    explicit SegmentFile(const std::filesystem::path &file);
    ~SegmentFile(); // deletes a file that nothing was written to
    SegmentFile(const SegmentFile &) = delete;
    SegmentFile &operator=(const SegmentFile &) = delete;

    // Compresses; nothing is written yet.
    void put(std::string_view text);
    // Writes what was put, and has the disk keep it. False where that failed: then the file ends
    // with the block before.
    [[nodiscard]] bool endBlock();

    [[nodiscard]] std::size_t textInBlock() const { return m_textInBlock; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; } // written
    // Empty while all is well: "DIR/x.ndjson.zst: No space left on device".
    [[nodiscard]] const std::string &problem() const { return m_problem; }

private:
    void compress(std::string_view text, bool end);
    [[nodiscard]] bool writeOut();
    void fail(const char *why);

    std::string m_name;
    int m_descriptor;
    Packer m_packer;
    std::string m_packed; // of the running block
    std::size_t m_textInBlock = 0;
    std::uint64_t m_bytes = 0;
    std::string m_problem;
};

} // namespace ingest::record
