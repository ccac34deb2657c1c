// SPDX-License-Identifier: GPL-3.0-or-later
// How long history is kept, and in how many bytes: the [history] of bellwether.toml. Apart from
// Configuration, because no figure of the present depends on it. Plain values.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace ingest::config {

// Rows of one resolution: as a whole and broken down by attribute. The oldest go first.
struct KeptResolution
{
    std::chrono::seconds whole{};
    std::chrono::seconds byValue{}; // at most `whole`
    std::uint64_t bytes = 0;        // of both together, without the file's own indexes
    bool operator==(const KeptResolution &) const = default;
};

struct HistoryConfiguration
{
    // By value these are categories alone.
    KeptResolution seconds{std::chrono::hours{6}, std::chrono::hours{6}, std::uint64_t{256} << 20};
    KeptResolution minutes{std::chrono::days{35}, std::chrono::hours{48}, std::uint64_t{2} << 30};
    KeptResolution hours{std::chrono::days{730}, std::chrono::days{730}, std::uint64_t{2} << 30};
    bool operator==(const HistoryConfiguration &) const = default;
};

// Of a file that loadConfiguration() takes; the defaults of any other.
[[nodiscard]] HistoryConfiguration loadHistory(const std::filesystem::path &file);

// As [history], or nothing where all is as by default.
[[nodiscard]] std::string toToml(const HistoryConfiguration &history);

} // namespace ingest::config
