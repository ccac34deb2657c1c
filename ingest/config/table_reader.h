// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one TOML table key by key and says where it is wrong: each key asked for is known, what is
// left at the end is not. Includes toml++: for the configuration's own files only.
#pragma once

#include "ingest/config/configuration_file.h"

#include <toml++/toml.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ingest::config {

// Collects what is wrong, in the order it was found.
struct Findings
{
    std::string file;
    std::vector<Problem> problems;
    bool isAlone = false; // a stranger's: it may not name other files

    void add(const toml::source_region &where, std::string found, std::string expected);
};

class TableReader
{
public:
    // `name` is how messages call the table: "[limits]", "[[signal]] 'checkout'".
    TableReader(const toml::table &table, std::string name, Findings &findings)
        : m_table(table), m_name(std::move(name)), m_findings(findings)
    {
    }
    // Says which keys nobody asked for.
    ~TableReader();
    TableReader(const TableReader &) = delete;
    TableReader &operator=(const TableReader &) = delete;

    // Each returns empty where the key is absent or wrong; wrong is said.
    std::optional<std::string> string(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    // A number, whole or not, in [least, most].
    std::optional<double> number(std::string_view key, double least, double most);
    std::optional<std::size_t> count(std::string_view key, std::size_t least, std::size_t most);
    // "30m", "14d", "1s", "1500ms", in [least, most].
    std::optional<std::chrono::milliseconds>
    duration(std::string_view key, std::chrono::milliseconds least, std::chrono::milliseconds most);
    // "512MiB", "1GiB", "64KiB", or a number of bytes.
    std::optional<std::size_t> bytes(std::string_view key, std::size_t least);
    // A string or an array of strings.
    std::optional<std::vector<std::string>> strings(std::string_view key);
    std::optional<std::vector<double>> numbers(std::string_view key);
    // One of the choices, by index.
    std::optional<std::size_t> choice(std::string_view key,
                                      std::initializer_list<std::string_view> choices);
    // Any node, for what has a form of its own.
    const toml::node *node(std::string_view key);

    void wrong(const toml::node &where, std::string found, std::string expected);
    // The table itself lacks something.
    void lacks(std::string_view key, std::string_view what);
    [[nodiscard]] const toml::table &table() const { return m_table; }
    [[nodiscard]] const std::string &name() const { return m_name; }

private:
    const toml::table &m_table;
    std::string m_name;
    Findings &m_findings;
    std::vector<std::string_view> m_known;
};

// "a string", "an array" ...: what a node is, in words.
[[nodiscard]] std::string describe(const toml::node &node);

// The choice nearest to `word` by edit distance, where it is near enough to be meant.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      const std::vector<std::string_view> &choices);

} // namespace ingest::config
