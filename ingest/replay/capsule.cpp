// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/replay/capsule.h"

#include "ingest/config/configuration_file.h"
#include "ingest/record/line_stream.h"
#include "ingest/record/line_writer.h"
#include "ingest/wire/timestamp.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ingest::replay {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kHeadBegin = R"({"recording":"bellwether")";
constexpr std::size_t kTimesTheDefault = 4;
constexpr auto kReplace = Json::error_handler_t::replace;

std::optional<std::string> textOf(const Json &head, const char *name)
{
    const auto member = head.find(name);
    if (member == head.end() || !member->is_string())
        return std::nullopt;
    return member->get<std::string>();
}

std::optional<Timestamp> timeOf(const Json &head, const char *name)
{
    const auto text = textOf(head, name);
    return text ? wire::parseRfc3339(*text) : std::nullopt;
}

// A stranger's wish for memory is granted within reason.
void bound(config::Limits &limits)
{
    const config::Limits usual;
    const auto atMost = [](std::size_t &limit, std::size_t most) {
        limit = std::min(limit, kTimesTheDefault * most);
    };
    atMost(limits.memoryBytes, usual.memoryBytes);
    atMost(limits.keptBytes, usual.keptBytes);
    atMost(limits.types, usual.types);
    atMost(limits.sources, usual.sources);
    atMost(limits.attributeValues, usual.attributeValues);
    atMost(limits.categories, usual.categories);
    atMost(limits.journeys, usual.journeys);
    atMost(limits.duplicateIds, usual.duplicateIds);
    atMost(limits.journeyEvents, usual.journeyEvents);
    atMost(limits.uniques, usual.uniques);
}

// Everything in it can be unpacked, and is not more than it may be.
std::string problemOf(record::LineStream &lines, const std::string &name)
{
    std::uint64_t text = 0;
    while (const auto line = lines.next()) {
        text += line->size() + 1;
        if (text > Capsule::kMostText)
            return name + " unpacks to more than 4 GiB: no capsule is that large, so it is not "
                          "opened";
    }
    if (!lines.problem().empty())
        return name + " is not whole (" + lines.problem() + "): have it sent again";
    if (lines.isTorn() || lines.tooLong() > 0)
        return name + " is not whole (a line is cut or endless): have it sent again";
    return {};
}

// As many, and as long, as is bearable. A text within the head, as readers of recordings know texts
// and numbers there alone. Of a capsule from before there is none.
std::map<std::string, std::string> acknowledgedOf(const Json &head)
{
    std::map<std::string, std::string> acknowledged;
    const Json names = Json::parse(textOf(head, "acknowledged").value_or("{}"), nullptr, false);
    if (!names.is_object())
        return acknowledged;
    for (const auto &[subject, by] : names.items())
        if (by.is_string() && subject.size() <= Capsule::kMostName &&
            by.get_ref<const std::string &>().size() <= Capsule::kMostName &&
            acknowledged.size() < Capsule::kMostAcknowledged)
            acknowledged[subject] = by.get<std::string>();
    return acknowledged;
}

std::variant<Capsule, std::string> readHead(const Json &head, const std::string &name)
{
    const auto version = textOf(head, "capsule");
    if (version != std::to_string(Capsule::kVersion))
        return name + " is a capsule of version " + version.value_or("?") +
               ", expected 1: open it with the Bellwether it was written by, or a newer one";
    Capsule capsule;
    const auto from = timeOf(head, "from");
    const auto to = timeOf(head, "to");
    const auto toml = textOf(head, "configuration");
    if (!from || !to || *from > *to || !toml)
        return name + ": found a head without span or configuration, expected \"from\", \"to\" and "
                      "\"configuration\"; it is damaged or no capsule";
    auto read = config::parseAlone(*toml, name);
    if (const auto *problems = std::get_if<std::vector<config::Problem>>(&read))
        return "the configuration in " + problems->front().text();
    capsule.from = *from;
    capsule.to = *to;
    capsule.product = textOf(head, "product").value_or("");
    capsule.acknowledged = acknowledgedOf(head);
    capsule.configuration = std::get<config::Configuration>(std::move(read));
    capsule.configuration.sources.clear();
    bound(capsule.configuration.limits);
    return capsule;
}

} // namespace

std::string headOf(const Capsule &capsule, Timestamp started)
{
    config::Configuration configuration = capsule.configuration;
    configuration.sources.clear(); // hosts of the network it comes from
    configuration.owners.insert(configuration.owners.end(), configuration.catalogOwners.begin(),
                                configuration.catalogOwners.end());
    configuration.catalogs.clear();
    configuration.catalogOwners.clear();
    const Json head{{"recording", "bellwether"},
                    {"version", record::LineWriter::kVersion},
                    {"started", record::rfc3339(started)},
                    {"part", 1},
                    {"capsule", std::to_string(Capsule::kVersion)},
                    {"product", capsule.product},
                    {"from", record::rfc3339(capsule.from)},
                    {"to", record::rfc3339(capsule.to)},
                    {"acknowledged", Json(capsule.acknowledged).dump(-1, ' ', false, kReplace)},
                    {"configuration", config::toToml(configuration)}};
    return head.dump(-1, ' ', false, kReplace) + "\n";
}

std::map<std::string, std::string> acknowledgedIn(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return {};
    record::LineStream lines(file);
    const auto line = lines.next();
    if (!line || !line->starts_with(kHeadBegin) || line->size() > Capsule::kMostHead)
        return {};
    const Json head = Json::parse(*line, nullptr, false);
    return head.is_object() ? acknowledgedOf(head) : std::map<std::string, std::string>();
}

std::variant<std::monostate, Capsule, std::string> readCapsule(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return std::monostate{};
    const std::string name = file.string();
    record::LineStream lines(file);
    const auto line = lines.next();
    const bool named = file.extension() == ".bwcap";
    if (!line || !line->starts_with(kHeadBegin) || line->size() > Capsule::kMostHead) {
        if (!named)
            return std::monostate{};
        return name +
               ": found no head of a capsule, expected a file that `bellwetherctl capsule` "
               "or the window has written" +
               (lines.problem().empty() ? "" : " (" + lines.problem() + ")");
    }
    const Json head = Json::parse(*line, nullptr, false);
    if (!head.is_object() || !head.contains("capsule")) {
        if (!named)
            return std::monostate{};
        return name + ": found a segment of a recording, expected a capsule; name it .ndjson.zst";
    }
    if (std::filesystem::file_size(file, error) > Capsule::kMostBytes || error)
        return name + " has more than 256 MiB: no capsule is that large, so it is not opened";
    auto read = readHead(head, name);
    if (const auto *problem = std::get_if<std::string>(&read))
        return *problem;
    if (std::string problem = problemOf(lines, name); !problem.empty())
        return problem;
    return std::get<Capsule>(std::move(read));
}

} // namespace ingest::replay
