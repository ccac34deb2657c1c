// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/owner_reader.h"

#include "ingest/config/catalog_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace ingest::config {

namespace {

void readCatalog(TableReader &reader, const toml::node &node, const std::string &path,
                 Configuration &configuration, const Findings &findings)
{
    if (findings.isAlone) {
        reader.wrong(node, "the name of another file", "a configuration that stands alone");
        return;
    }
    const auto file = std::filesystem::path(findings.file).parent_path() / path;
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) {
        reader.wrong(node, "no readable file " + file.string(),
                     "a Backstage catalog-info.yaml there");
        return;
    }
    auto read = parseCatalog(text.str());
    if (const auto *problem = std::get_if<CatalogProblem>(&read)) {
        reader.wrong(node,
                     problem->found + " in " + file.string() + ":" + std::to_string(problem->line),
                     problem->expected);
        return;
    }
    configuration.catalogs.push_back(path);
    for (OwnerRule &rule : std::get<std::vector<OwnerRule>>(read))
        configuration.catalogOwners.push_back(std::move(rule));
}

} // namespace

void readOwner(const toml::table &table, Configuration &configuration, Findings &findings)
{
    TableReader reader(table, "[[owner]]", findings);
    const auto catalog = reader.string("catalog");
    OwnerRule rule;
    rule.name = reader.string("name").value_or("");
    rule.contact = reader.string("contact").value_or("");
    rule.runbook = reader.string("runbook").value_or("");
    rule.types = reader.strings("types").value_or(std::vector<std::string>{});
    rule.sources = reader.strings("sources").value_or(std::vector<std::string>{});
    rule.categories = reader.strings("categories").value_or(std::vector<std::string>{});
    if (catalog) {
        readCatalog(reader, *table.get("catalog"), *catalog, configuration, findings);
        return;
    }
    if (rule.name.empty())
        reader.lacks("name", "who it is, or catalog = \"catalog-info.yaml\"");
    if (rule.types.empty() && rule.sources.empty() && rule.categories.empty())
        reader.lacks("types", "[\"payment.*\"], or sources, or categories");
    configuration.owners.push_back(std::move(rule));
}

} // namespace ingest::config
