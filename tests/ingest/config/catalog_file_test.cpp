// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/catalog_file.h"

#include "ingest/config/configuration_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include <unistd.h>

namespace {

using namespace ingest::config;

constexpr const char *kCatalog = R"(apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments
  links:
    - url: https://dash.example.org
      title: Dashboard
    - url: https://wiki.example.org/payments
      title: Runbook
spec:
  type: service
  owner: group:default/team-payments
---
kind: Component
metadata:
  name: storefront
  annotations:
    bellwether/sources: /shop/web, /shop/cdn*
spec:
  owner: team-web
---
kind: Group
metadata:
  name: team-payments
spec:
  profile:
    email: payments@example.org
---
kind: API
metadata:
  name: other
)";

TEST(CatalogFile, readsOwnersSourcesRunbooksAndContacts)
{
    const auto read = parseCatalog(kCatalog);
    const auto &rules = std::get<std::vector<OwnerRule>>(read);
    ASSERT_EQ(rules.size(), 2u);
    EXPECT_EQ(rules[0].name, "team-payments");
    EXPECT_EQ(rules[0].contact, "payments@example.org");
    EXPECT_EQ(rules[0].runbook, "https://wiki.example.org/payments");
    EXPECT_EQ(rules[0].sources, (std::vector<std::string>{"payments", "*/payments"}));
    EXPECT_EQ(rules[1].name, "team-web");
    EXPECT_EQ(rules[1].sources, (std::vector<std::string>{"/shop/web", "/shop/cdn*"}));
}

TEST(CatalogFile, saysWhereItIsBroken)
{
    const auto read = parseCatalog("kind: Component\nmetadata: [\n");
    ASSERT_TRUE(std::holds_alternative<CatalogProblem>(read));
    EXPECT_GT(std::get<CatalogProblem>(read).line, 0u);
}

TEST(CatalogFile, passesOverWhatIsNoComponent)
{
    for (const char *text : {"", "- 1\n- 2\n", "just text", "kind: [1]\n", "kind: Component\n",
                             "kind: Component\nmetadata: 3\nspec: {owner: [x]}\n"})
        EXPECT_TRUE(std::get<std::vector<OwnerRule>>(parseCatalog(text)).empty()) << text;
}

TEST(CatalogFile, isFoundBesideTheConfiguration)
{
    const std::string folder = testing::TempDir();
    const std::string name = "catalog_" + std::to_string(::getpid()) + ".yaml";
    std::ofstream(folder + name) << kCatalog;
    const auto loaded =
        parseConfiguration("[[owner]]\ncatalog = \"" + name + "\"\n", folder + "bellwether.toml");
    ASSERT_TRUE(std::holds_alternative<Configuration>(loaded));
    EXPECT_EQ(std::get<Configuration>(loaded).catalogOwners.size(), 2u);
    std::remove((folder + name).c_str());
    const auto missing =
        parseConfiguration("[[owner]]\ncatalog = \"" + name + "\"\n", folder + "bellwether.toml");
    ASSERT_TRUE(std::holds_alternative<std::vector<Problem>>(missing));
    EXPECT_EQ(std::get<std::vector<Problem>>(missing).front().line, 2u);
}

} // namespace
