// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/owner_rules.h"

#include <gtest/gtest.h>

namespace {

using namespace ingest;
using incidents::ownerOf;

config::OwnerRule rule(const char *name, std::vector<std::string> types,
                       std::vector<std::string> sources = {},
                       std::vector<std::string> categories = {})
{
    return {name,
            std::string(name) + "@example.org",
            "",
            std::move(types),
            std::move(sources),
            std::move(categories)};
}

TEST(OwnerRules, theFirstRuleThatMatchesWins)
{
    config::Configuration configuration;
    configuration.owners = {rule("Fraud", {}, {}, {"fraud*"}), rule("Payments", {"payment.*"}),
                            rule("Everything", {"*"})};
    EXPECT_EQ(ownerOf(configuration, {"payment.failed", "", "fraud_suspected"}).name, "Fraud");
    EXPECT_EQ(ownerOf(configuration, {"payment.failed", "", "declined"}).name, "Payments");
    EXPECT_EQ(ownerOf(configuration, {"page.error", "", "script"}).name, "Everything");
    EXPECT_EQ(ownerOf(configuration, {"payment.failed", "", ""}).contact, "Payments@example.org");
}

TEST(OwnerRules, everyListThatIsGivenMustMatch)
{
    config::Configuration configuration;
    configuration.owners = {rule("Web", {"page.*"}, {"/shop/web", "/shop/cdn"})};
    EXPECT_EQ(ownerOf(configuration, {"page.error", "/shop/cdn", ""}).name, "Web");
    EXPECT_TRUE(ownerOf(configuration, {"page.error", "/shop/cart", ""}).empty());
    EXPECT_TRUE(ownerOf(configuration, {"cart.error", "/shop/web", ""}).empty());
}

TEST(OwnerRules, cataloguesComeAfterTheConfiguration)
{
    config::Configuration configuration;
    configuration.catalogOwners = {rule("catalogue", {}, {"*/payments"})};
    EXPECT_EQ(ownerOf(configuration, {"", "/shop/payments", ""}).name, "catalogue");
    configuration.owners = {rule("file", {}, {"/shop/*"})};
    EXPECT_EQ(ownerOf(configuration, {"", "/shop/payments", ""}).name, "file");
    EXPECT_TRUE(ownerOf(configuration, {"", "", ""}).empty());
}

} // namespace
