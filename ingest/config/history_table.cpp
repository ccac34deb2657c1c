// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/history_table.h"

#include "ingest/config/units.h"

#include <algorithm>
#include <string>

namespace ingest::config {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kLeastBytes = std::size_t{1} << 20;

void readDuration(TableReader &reader, std::string_view key, std::chrono::milliseconds least,
                  std::chrono::seconds &into)
{
    if (const auto duration = reader.duration(key, least, std::chrono::days{3650}))
        into = std::chrono::floor<std::chrono::seconds>(*duration);
}

void readBytes(TableReader &reader, std::string_view key, std::uint64_t &into)
{
    if (const auto bytes = reader.bytes(key, kLeastBytes))
        into = *bytes;
}

// Says where the breakdowns would outlive what they are part of.
void checkByValue(TableReader &reader, std::string_view key, const KeptResolution &kept)
{
    if (kept.byValue > kept.whole)
        if (const toml::node *node = reader.table().get(key))
            reader.wrong(*node, std::string(key) + " = \"" + durationText(kept.byValue) + "\"",
                         "at most the \"" + durationText(kept.whole) +
                             "\" that the rows as a whole are kept");
}

std::string line(std::string_view key, const std::string &value)
{
    return std::string(key) + " = \"" + value + "\"\n";
}

std::string bytesLine(std::string_view key, std::uint64_t bytes)
{
    return line(key, bytesText(static_cast<std::size_t>(bytes)));
}

} // namespace

HistoryConfiguration readHistory(const toml::table &table, Findings &findings)
{
    TableReader reader(table, "[history]", findings);
    HistoryConfiguration history;
    readDuration(reader, "seconds", 1min, history.seconds.whole);
    history.seconds.byValue = history.seconds.whole;
    readDuration(reader, "minutes", 1h, history.minutes.whole);
    readDuration(reader, "hours", 24h, history.hours.whole);
    history.minutes.byValue = std::min(history.minutes.byValue, history.minutes.whole);
    history.hours.byValue = std::min(history.hours.byValue, history.hours.whole);
    readDuration(reader, "minutes_by_value", 0ms, history.minutes.byValue);
    readDuration(reader, "hours_by_value", 0ms, history.hours.byValue);
    readBytes(reader, "seconds_bytes", history.seconds.bytes);
    readBytes(reader, "minutes_bytes", history.minutes.bytes);
    readBytes(reader, "hours_bytes", history.hours.bytes);
    checkByValue(reader, "minutes_by_value", history.minutes);
    checkByValue(reader, "hours_by_value", history.hours);
    return history;
}

HistoryConfiguration loadHistory(const std::filesystem::path &file)
{
    try {
        const toml::table root = toml::parse_file(file.string());
        Findings findings;
        if (const toml::table *table = root.get_as<toml::table>("history"))
            return readHistory(*table, findings);
    } catch (const toml::parse_error &) {
        return {}; // said by loadConfiguration()
    }
    return {};
}

std::string toToml(const HistoryConfiguration &history)
{
    if (history == HistoryConfiguration{})
        return {};
    return "\n[history]\n" + line("seconds", durationText(history.seconds.whole)) +
           line("minutes", durationText(history.minutes.whole)) +
           line("minutes_by_value", durationText(history.minutes.byValue)) +
           line("hours", durationText(history.hours.whole)) +
           line("hours_by_value", durationText(history.hours.byValue)) +
           bytesLine("seconds_bytes", history.seconds.bytes) +
           bytesLine("minutes_bytes", history.minutes.bytes) +
           bytesLine("hours_bytes", history.hours.bytes);
}

} // namespace ingest::config
