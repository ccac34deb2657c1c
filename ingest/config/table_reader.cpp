// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/table_reader.h"

#include "ingest/config/units.h"

#include <algorithm>
#include <numeric>

namespace ingest::config {

namespace {

std::string joined(const std::vector<std::string_view> &words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

void Findings::add(const toml::source_region &where, std::string found, std::string expected)
{
    problems.push_back(
        {file, where.begin.line, where.begin.column, std::move(found), std::move(expected)});
}

std::string describe(const toml::node &node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "an array";
    case toml::node_type::string:
        return "the string \"" + node.as_string()->get() + "\"";
    case toml::node_type::integer:
        return "the number " + std::to_string(node.as_integer()->get());
    case toml::node_type::floating_point:
        return "the number " + std::to_string(node.as_floating_point()->get());
    case toml::node_type::boolean:
        return node.as_boolean()->get() ? "true" : "false";
    default:
        return "a date or time";
    }
}

std::optional<std::string_view> nearest(std::string_view word,
                                        const std::vector<std::string_view> &choices)
{
    std::optional<std::string_view> best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string_view choice : choices)
        if (const std::size_t distance = editDistance(word, choice); distance < least) {
            least = distance;
            best = choice;
        }
    return best;
}

TableReader::~TableReader()
{
    for (const auto &[key, value] : m_table) {
        if (std::ranges::find(m_known, key.str()) != m_known.end())
            continue;
        std::string expected = "one of " + joined(m_known);
        if (const auto meant = nearest(key.str(), m_known))
            expected =
                "'" + std::string(*meant) + "'? In " + m_name + " there is " + joined(m_known);
        m_findings.add(key.source(), "key '" + std::string(key.str()) + "'", std::move(expected));
    }
}

void TableReader::wrong(const toml::node &where, std::string found, std::string expected)
{
    m_findings.add(where.source(), std::move(found), std::move(expected));
}

void TableReader::lacks(std::string_view key, std::string_view what)
{
    m_findings.add(m_table.source(), m_name + " without '" + std::string(key) + "'",
                   std::string(key) + " = " + std::string(what));
}

const toml::node *TableReader::node(std::string_view key)
{
    m_known.push_back(key);
    return m_table.get(key);
}

std::optional<std::string> TableReader::string(std::string_view key)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    if (const auto *text = value->as_string())
        return text->get();
    wrong(*value, std::string(key) + " = " + describe(*value), "a string");
    return std::nullopt;
}

std::optional<bool> TableReader::boolean(std::string_view key)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    if (const auto *flag = value->as_boolean())
        return flag->get();
    wrong(*value, std::string(key) + " = " + describe(*value), "true or false");
    return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key, double least, double most)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    const std::optional<double> got = value->is_number() ? value->value<double>() : std::nullopt;
    if (got && *got >= least && *got <= most)
        return got;
    wrong(*value, std::string(key) + " = " + describe(*value),
          "a number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

std::optional<std::size_t> TableReader::count(std::string_view key, std::size_t least,
                                              std::size_t most)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    const auto *whole = value->as_integer();
    if (whole != nullptr && whole->get() >= 0) {
        const auto got = static_cast<std::size_t>(whole->get());
        if (got >= least && got <= most)
            return got;
    }
    wrong(*value, std::string(key) + " = " + describe(*value),
          "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> TableReader::duration(std::string_view key,
                                                               std::chrono::milliseconds least,
                                                               std::chrono::milliseconds most)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    const auto *text = value->as_string();
    const auto got = text != nullptr ? parseDuration(text->get()) : std::nullopt;
    if (got && *got >= least && *got <= most)
        return got;
    wrong(*value, std::string(key) + " = " + describe(*value),
          "a duration from " + durationText(least) + " to " + durationText(most) +
              ", such as \"30m\", \"1h\" or \"14d\"");
    return std::nullopt;
}

std::optional<std::size_t> TableReader::bytes(std::string_view key, std::size_t least)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    std::optional<std::size_t> got;
    if (const auto *text = value->as_string())
        got = parseBytes(text->get());
    else if (const auto *whole = value->as_integer(); whole != nullptr && whole->get() >= 0)
        got = static_cast<std::size_t>(whole->get());
    if (got && *got >= least)
        return got;
    wrong(*value, std::string(key) + " = " + describe(*value),
          "a size of at least " + bytesText(least) + ", such as \"512MiB\"");
    return std::nullopt;
}

std::optional<std::vector<std::string>> TableReader::strings(std::string_view key)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    if (const auto *text = value->as_string())
        return std::vector<std::string>{text->get()};
    const auto *array = value->as_array();
    if (array == nullptr) {
        wrong(*value, std::string(key) + " = " + describe(*value),
              "a string or an array of strings");
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const toml::node &element : *array) {
        if (const auto *text = element.as_string())
            texts.push_back(text->get());
        else
            wrong(element, describe(element) + " in " + std::string(key), "a string");
    }
    return texts;
}

std::optional<std::vector<double>> TableReader::numbers(std::string_view key)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    const auto *array = value->as_array();
    if (array == nullptr) {
        wrong(*value, std::string(key) + " = " + describe(*value), "an array of numbers");
        return std::nullopt;
    }
    std::vector<double> got;
    for (const toml::node &element : *array) {
        if (element.is_number())
            got.push_back(*element.value<double>());
        else
            wrong(element, describe(element) + " in " + std::string(key), "a number");
    }
    return got;
}

std::optional<std::size_t> TableReader::choice(std::string_view key,
                                               std::initializer_list<std::string_view> choices)
{
    const toml::node *value = node(key);
    if (value == nullptr)
        return std::nullopt;
    const auto *text = value->as_string();
    const auto *found = text == nullptr ? choices.end() : std::ranges::find(choices, text->get());
    if (found != choices.end())
        return static_cast<std::size_t>(found - choices.begin());
    wrong(*value, std::string(key) + " = " + describe(*value), "one of " + joined(choices));
    return std::nullopt;
}

} // namespace ingest::config
