// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of a recording: how its segments are called, which there are, and how many bytes they
// may take. Files of other names are never touched. Owned by one thread.
#pragma once

#include "ingest/time.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ingest::record {

class SegmentFolder
{
public:
    explicit SegmentFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    // "20261123T081003.123456Z-000001.ndjson.zst": names sort as they were written.
    [[nodiscard]] std::filesystem::path segment(Timestamp started, std::uint64_t part) const;

    // Those there are, oldest first.
    [[nodiscard]] std::vector<std::filesystem::path> segments() const;

    // Creates it for this user alone. What is wrong, or nothing.
    [[nodiscard]] std::string create() const;

    // Deletes the oldest segments until the rest take at most so many bytes; never the newest.
    // Returns the bytes left.
    std::uint64_t prune(std::uint64_t mostBytes) const;

    [[nodiscard]] const std::filesystem::path &path() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

} // namespace ingest::record
