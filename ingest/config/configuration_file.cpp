// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/configuration_file.h"

#include "ingest/config/history_table.h"
#include "ingest/config/marker_reader.h"
#include "ingest/config/owner_reader.h"
#include "ingest/config/record_reader.h"
#include "ingest/config/signal_reader.h"
#include "ingest/transport/endpoint.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace ingest::config {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMaxSignals = 200;
constexpr std::size_t kMaxMarkers = 50;

// Whether an endpoint can work is seen from its text; said here, it has a line.
void checkEndpoints(const toml::table &table, std::string_view key,
                    const std::vector<std::string> &endpoints, TableReader &reader)
{
    for (const std::string &endpoint : endpoints) {
        constexpr std::string_view kLead = "expected ";
        const std::string problem = transport::endpointProblem(endpoint);
        if (!problem.empty())
            reader.wrong(*table.get(key), std::string(key) + " = \"" + endpoint + "\"",
                         problem.substr(problem.starts_with(kLead) ? kLead.size() : 0));
    }
}

SourceConfiguration readSource(const toml::table &table, Findings &findings)
{
    TableReader reader(table, "[[source]]", findings);
    SourceConfiguration source;
    if (const auto pattern = reader.choice("pattern", {"sub", "pull"}))
        source.pattern = static_cast<Pattern>(*pattern);
    if (const auto connect = reader.strings("connect"))
        source.connect = *connect;
    if (const auto bind = reader.strings("bind"))
        source.bind = *bind;
    checkEndpoints(table, "connect", source.connect, reader);
    checkEndpoints(table, "bind", source.bind, reader);
    if (const auto topics = reader.strings("topics"))
        source.topics = *topics;
    if (source.topics.empty())
        reader.wrong(*table.get("topics"), "no topics",
                     "prefixes of event types, or [\"\"] for all of them");
    if (const auto allow = reader.boolean("allow_unauthenticated"))
        source.allowUnauthenticated = *allow;
    if (const auto scope = reader.choice("sequence_scope", {"source", "type"}))
        source.sequenceScope = static_cast<SequenceScope>(*scope);
    const auto names = [&table](std::string_view key) {
        const toml::array *list = table.get_as<toml::array>(key);
        return table.contains(key) && (list == nullptr || !list->empty());
    };
    if (!names("connect") && !names("bind"))
        reader.lacks("connect", "[\"tcp://HOST:PORT\"], or bind");
    return source;
}

void readFields(const toml::table &table, wire::FieldPlaces &fields, Findings &findings)
{
    TableReader reader(table, "[fields]", findings);
    const auto read = [&](std::string_view key, std::vector<std::string> &into) {
        if (const auto pointers = reader.strings(key))
            into = *pointers;
        for (const std::string &pointer : into)
            if (!pointer.starts_with('/'))
                reader.wrong(*table.get(key), std::string(key) + " = \"" + pointer + "\"",
                             "a JSON Pointer such as \"/user_session\"");
    };
    read("type", fields.type);
    read("time", fields.time);
    read("source", fields.source);
    read("id", fields.id);
    read("sequence", fields.sequence);
    read("epoch", fields.epoch);
    read("journey", fields.journey);
    read("category", fields.category);
    read("message", fields.message);
    read("amount", fields.amount);
    read("currency", fields.currency);
}

void readExperience(const toml::table &table, Configuration &configuration, Findings &findings)
{
    TableReader reader(table, "[experience]", findings);
    const auto read = [&](std::string_view key, std::string &role, std::vector<SignalKind> kinds) {
        const auto name = reader.string(key);
        if (!name)
            return;
        role = *name;
        const auto found =
            std::ranges::find(configuration.signals, *name, &SignalConfiguration::name);
        if (found == configuration.signals.end())
            reader.wrong(*table.get(key), std::string(key) + " = \"" + *name + "\"",
                         "the name of one of the signals of this file");
        else if (std::ranges::find(kinds, found->kind) == kinds.end())
            reader.wrong(*table.get(key), std::string(key) + " = \"" + *name + "\" of another kind",
                         "a signal of the kind this place shows");
    };
    ExperienceRoles &roles = configuration.experience;
    read("conversion", roles.conversion, {SignalKind::funnel});
    read("success", roles.success, {SignalKind::ratio});
    read("revenue", roles.revenue, {SignalKind::sum});
    read("latency", roles.latency, {SignalKind::latency});
    read("active", roles.active, {SignalKind::uniques});
    read("failures", roles.failures, {SignalKind::rate});
}

void readLimits(const toml::table &table, Limits &limits, Findings &findings)
{
    TableReader reader(table, "[limits]", findings);
    if (const auto memory = reader.bytes("memory", std::size_t{64} << 20))
        limits.memoryBytes = *memory;
    if (const auto kept = reader.bytes("kept", 0))
        limits.keptBytes = *kept;
    const auto read = [&reader](std::string_view key, std::size_t &into, std::size_t most) {
        if (const auto count = reader.count(key, 1, most))
            into = *count;
    };
    read("types", limits.types, 100'000);
    read("sources", limits.sources, 100'000);
    read("attribute_values", limits.attributeValues, 1'000'000);
    read("categories", limits.categories, 10'000);
    read("journeys", limits.journeys, 20'000'000);
    read("duplicate_ids", limits.duplicateIds, 50'000'000);
    read("journey_events", limits.journeyEvents, 100'000);
    read("uniques", limits.uniques, 20'000'000);
}

void readStaleness(const toml::table &table, Staleness &stale, Findings &findings)
{
    TableReader reader(table, "[stale]", findings);
    const auto read = [&reader](std::string_view key, std::chrono::milliseconds &into) {
        if (const auto time = reader.duration(key, 1s, 24h))
            into = *time;
    };
    read("heartbeat", stale.heartbeat);
    read("everything", stale.everything);
    read("source", stale.source);
    read("recovery", stale.recovery);
}

void readIncidentTimes(const toml::table &table, IncidentTimes &incident, Findings &findings)
{
    TableReader reader(table, "[incident]", findings);
    const auto read = [&reader](std::string_view key, std::chrono::seconds &into) {
        if (const auto time = reader.duration(key, 1s, 24h))
            into = std::chrono::ceil<std::chrono::seconds>(*time);
    };
    read("opens_after", incident.opensAfter);
    read("closes_after", incident.closesAfter);
}

// Every table of an array of tables, or what is wrong with it.
template <class Read>
void readEach(const toml::node *node, std::string_view name, Findings &findings, Read read)
{
    if (node == nullptr)
        return;
    const auto *array = node->as_array();
    if (array == nullptr) {
        findings.add(node->source(), describe(*node) + " for " + std::string(name),
                     "[[" + std::string(name) + "]]");
        return;
    }
    for (const toml::node &element : *array) {
        if (const auto *table = element.as_table())
            read(*table);
        else
            findings.add(element.source(), describe(element), "[[" + std::string(name) + "]]");
    }
}

template <class Read>
void readOne(const toml::node *node, std::string_view name, Findings &findings, Read read)
{
    if (node == nullptr)
        return;
    if (const auto *table = node->as_table())
        read(*table);
    else
        findings.add(node->source(), describe(*node) + " for " + std::string(name),
                     "[" + std::string(name) + "]");
}

// JSON Pointers among the fields of signals are looked for in every event.
void collectPointers(Configuration &configuration)
{
    auto &extra = configuration.fields.extra;
    for (const SignalConfiguration &signal : configuration.signals)
        if (signal.field.starts_with('/') && std::ranges::find(extra, signal.field) == extra.end())
            extra.push_back(signal.field);
}

Configuration read(const toml::table &root, Findings &findings)
{
    Configuration configuration;
    TableReader reader(root, "the file", findings);
    readEach(reader.node("source"), "source", findings, [&](const toml::table &table) {
        configuration.sources.push_back(readSource(table, findings));
    });
    readOne(reader.node("fields"), "fields", findings,
            [&](const toml::table &table) { readFields(table, configuration.fields, findings); });
    std::set<std::string> names;
    readEach(reader.node("signal"), "signal", findings, [&](const toml::table &table) {
        SignalConfiguration signal = readSignal(table, findings);
        if (!signal.name.empty() && !names.insert(signal.name).second)
            findings.add(table.source(), "a second signal named '" + signal.name + "'",
                         "names that differ");
        configuration.signals.push_back(std::move(signal));
    });
    if (configuration.signals.size() > kMaxSignals)
        findings.add(root.source(), std::to_string(configuration.signals.size()) + " signals",
                     "at most 200");
    readOne(reader.node("experience"), "experience", findings,
            [&](const toml::table &table) { readExperience(table, configuration, findings); });
    readEach(reader.node("marker"), "marker", findings, [&](const toml::table &table) {
        configuration.markers.push_back(readMarker(table, findings));
    });
    if (configuration.markers.size() > kMaxMarkers)
        findings.add(root.source(), std::to_string(configuration.markers.size()) + " markers",
                     "at most 50");
    readEach(reader.node("owner"), "owner", findings,
             [&](const toml::table &table) { readOwner(table, configuration, findings); });
    readOne(reader.node("limits"), "limits", findings,
            [&](const toml::table &table) { readLimits(table, configuration.limits, findings); });
    readOne(reader.node("stale"), "stale", findings,
            [&](const toml::table &table) { readStaleness(table, configuration.stale, findings); });
    readOne(reader.node("incident"), "incident", findings, [&](const toml::table &table) {
        readIncidentTimes(table, configuration.incident, findings);
    });
    // Read again by whoever records; here for what is wrong with it.
    readOne(reader.node("record"), "record", findings,
            [&](const toml::table &table) { static_cast<void>(readRecord(table, findings)); });
    readOne(reader.node("history"), "history", findings,
            [&](const toml::table &table) { static_cast<void>(readHistory(table, findings)); });
    collectPointers(configuration);
    return configuration;
}

} // namespace

std::string Problem::text() const
{
    std::string text = file;
    if (line > 0)
        text += ":" + std::to_string(line) + ":" + std::to_string(column);
    return text + ": found " + found + ", expected " + expected;
}

namespace {

LoadResult parse(std::string_view toml, Findings findings)
{
    try {
        const toml::table root = toml::parse(toml);
        Configuration configuration = read(root, findings);
        if (findings.problems.empty())
            return configuration;
    } catch (const toml::parse_error &error) {
        findings.add(error.source(), "'" + std::string(error.description()) + "'", "valid TOML");
    }
    std::ranges::stable_sort(findings.problems, [](const Problem &a, const Problem &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return findings.problems;
}

} // namespace

LoadResult parseConfiguration(std::string_view toml, std::string_view fileName)
{
    return parse(toml, {std::string(fileName), {}, false});
}

LoadResult parseAlone(std::string_view toml, std::string_view fileName)
{
    return parse(toml, {std::string(fileName), {}, true});
}

LoadResult loadConfiguration(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
        return std::vector<Problem>{
            {file.string(), 0, 0, "no readable file", "a bellwether.toml there"}};
    return parseConfiguration(text.str(), file.string());
}

} // namespace ingest::config
