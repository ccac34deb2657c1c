// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes bellwether.toml: total, one error type, nothing half applied. No thread of its
// own; plain functions.
#pragma once

#include "ingest/config/configuration.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ingest::config {

// One thing wrong with a file. `line` and `column` count from 1; 0 where there is none.
struct Problem
{
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string found;    // "key 'stpes'"
    std::string expected; // "one of name, title, kind, ..."; with what to do where it helps
    // "bellwether.toml:12:3: found key 'stpes', expected ..."
    [[nodiscard]] std::string text() const;
};

// Either a complete configuration or everything that is wrong with the text, in line order.
using LoadResult = std::variant<Configuration, std::vector<Problem>>;

[[nodiscard]] LoadResult parseConfiguration(std::string_view toml, std::string_view fileName);
// Of a text from elsewhere: one that names other files is refused, and none is ever read.
[[nodiscard]] LoadResult parseAlone(std::string_view toml, std::string_view fileName);
[[nodiscard]] LoadResult loadConfiguration(const std::filesystem::path &file);

// TOML text that parses back to an equal configuration (`suggested` aside).
[[nodiscard]] std::string toToml(const Configuration &configuration);

} // namespace ingest::config
