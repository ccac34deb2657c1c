// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/record_reader.h"

#include "ingest/config/units.h"
#include "ingest/wire/pointer_paths.h"

#include <sstream>

namespace ingest::config {

RecordConfiguration readRecord(const toml::table &table, Findings &findings)
{
    TableReader reader(table, "[record]", findings);
    RecordConfiguration record;
    if (const auto keep = reader.bytes("keep", std::size_t{64} << 20))
        record.keepBytes = *keep;
    if (const auto redact = reader.strings("redact"))
        record.redact = *redact;
    for (const std::string &pointer : record.redact)
        if (!pointer.starts_with('/'))
            reader.wrong(*table.get("redact"), "redact = \"" + pointer + "\"",
                         "a JSON Pointer such as \"/data/email\"");
    constexpr std::size_t kMost = wire::PointerPaths::kMax;
    if (record.redact.size() > kMost)
        reader.wrong(*table.get("redact"), std::to_string(record.redact.size()) + " pointers",
                     "at most " + std::to_string(kMost));
    return record;
}

RecordConfiguration loadRecord(const std::filesystem::path &file)
{
    try {
        const toml::table root = toml::parse_file(file.string());
        Findings findings;
        if (const toml::table *table = root.get_as<toml::table>("record"))
            return readRecord(*table, findings);
    } catch (const toml::parse_error &) {
        return {}; // said by loadConfiguration()
    }
    return {};
}

std::string toToml(const RecordConfiguration &record)
{
    RecordConfiguration byDefault;
    byDefault.folder = record.folder;
    if (record == byDefault)
        return {};
    toml::array redact;
    for (const std::string &pointer : record.redact)
        redact.push_back(pointer);
    toml::table table;
    table.insert("keep", bytesText(static_cast<std::size_t>(record.keepBytes)));
    table.insert("redact", std::move(redact));
    std::ostringstream out;
    out << "\n[record]\n" << table << "\n";
    return out.str();
}

} // namespace ingest::config
