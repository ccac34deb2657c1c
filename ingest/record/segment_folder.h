// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of a recording: how its segments are called, which there are, and how many bytes they
// may take. Files of other names are never touched. Owned by one thread.
#pragma once

#include "ingest/time.h"

#include <cstdint>
#include <filesystem>
#include <optional>
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

    // "20261123T081003.123456Z-000002.20261123T082003.123456789Z.state": the state that segment
    // begins in, and the instant.
    [[nodiscard]] static std::filesystem::path checkpoint(const std::filesystem::path &segment,
                                                          Timestamp at);
    struct CheckpointPlace
    {
        std::filesystem::path file;
        std::filesystem::path segment; // what follows begins there
        Timestamp at{};
    };
    // Those of segments that are there, in the order of these; instants never go back within one
    // recording.
    [[nodiscard]] std::vector<CheckpointPlace> checkpoints() const;
    // Of the recording that `at` lies in, the last one by then; empty: it begins with a fresh
    // engine.
    [[nodiscard]] std::optional<CheckpointPlace> checkpointBefore(Timestamp at) const;

    // Creates it for this user alone. What is wrong, or nothing.
    [[nodiscard]] std::string create() const;

    // Deletes the oldest segments, with their checkpoints, until the rest take at most so many
    // bytes; never the newest. Returns the bytes left.
    std::uint64_t prune(std::uint64_t mostBytes) const;

    [[nodiscard]] const std::filesystem::path &path() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

} // namespace ingest::record
