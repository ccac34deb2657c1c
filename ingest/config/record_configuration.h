// SPDX-License-Identifier: GPL-3.0-or-later
// What is recorded where: the [record] of bellwether.toml, and the folder of the command line.
// Apart from Configuration, because no figure depends on it. Plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ingest::config {

struct RecordConfiguration
{
    std::string folder;                               // empty: nothing is recorded
    std::vector<std::string> redact;                  // JSON Pointers from the event on
    std::uint64_t keepBytes = std::uint64_t{2} << 30; // of all segments in the folder
    bool operator==(const RecordConfiguration &) const = default;

    // A state names values and texts that may have been asked not to be written.
    [[nodiscard]] bool keepsStates() const { return !folder.empty() && redact.empty(); }
};

// Of a file that loadConfiguration() takes; the defaults of any other.
[[nodiscard]] RecordConfiguration loadRecord(const std::filesystem::path &file);

// As [record], or nothing where all is as by default.
[[nodiscard]] std::string toToml(const RecordConfiguration &record);

} // namespace ingest::config
