// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/catalog_file.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <map>

namespace ingest::config {

namespace {

std::string textOf(const YAML::Node &node)
{
    return node && node.IsScalar() ? node.Scalar() : std::string();
}

YAML::Node member(const YAML::Node &node, const char *name)
{
    return node && node.IsMap() ? node[name] : YAML::Node(YAML::NodeType::Undefined);
}

// "group:default/payments" is called "payments".
std::string bareName(const std::string &reference)
{
    const std::size_t end = reference.find_last_of(":/");
    return end == std::string::npos ? reference : reference.substr(end + 1);
}

std::vector<std::string> listOf(const std::string &text)
{
    std::vector<std::string> items;
    std::string item;
    for (const char c : text + ",") {
        if (c == ',') {
            if (!item.empty())
                items.push_back(item);
            item.clear();
        } else if (c != ' ' && c != '\n') {
            item += c;
        }
    }
    return items;
}

bool isRunbook(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text == "runbook";
}

std::string runbookOf(const YAML::Node &metadata)
{
    const YAML::Node links = member(metadata, "links");
    if (links && links.IsSequence())
        for (const YAML::Node &link : links)
            if (isRunbook(textOf(member(link, "type"))) || isRunbook(textOf(member(link, "title"))))
                return textOf(member(link, "url"));
    return {};
}

OwnerRule ruleOf(const YAML::Node &component)
{
    const YAML::Node metadata = member(component, "metadata");
    OwnerRule rule;
    rule.name = bareName(textOf(member(member(component, "spec"), "owner")));
    rule.runbook = runbookOf(metadata);
    rule.sources = listOf(textOf(member(member(metadata, "annotations"), "bellwether/sources")));
    const std::string name = textOf(member(metadata, "name"));
    if (rule.sources.empty() && !name.empty())
        rule.sources = {name, "*/" + name};
    return rule;
}

// Of a Group or User.
std::string contactOf(const YAML::Node &entity)
{
    return textOf(member(member(member(entity, "spec"), "profile"), "email"));
}

} // namespace

std::variant<std::vector<OwnerRule>, CatalogProblem> parseCatalog(std::string_view yaml)
{
    std::vector<OwnerRule> rules;
    std::map<std::string, std::string> contacts;
    try {
        for (const YAML::Node &entity : YAML::LoadAll(std::string(yaml))) {
            const std::string kind = textOf(member(entity, "kind"));
            if (kind == "Component") {
                OwnerRule rule = ruleOf(entity);
                if (!rule.name.empty() && !rule.sources.empty())
                    rules.push_back(std::move(rule));
            } else if (kind == "Group" || kind == "User") {
                contacts[textOf(member(member(entity, "metadata"), "name"))] = contactOf(entity);
            }
        }
    } catch (const YAML::Exception &error) {
        const int line = error.mark.line;
        return CatalogProblem{line < 0 ? 0 : static_cast<std::size_t>(line) + 1,
                              "'" + error.msg + "'", "valid YAML"};
    }
    for (OwnerRule &rule : rules)
        if (const auto found = contacts.find(rule.name); found != contacts.end())
            rule.contact = found->second;
    return rules;
}

} // namespace ingest::config
