// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/incidents/owner_rules.h"

#include "ingest/metrics/event_matching.h"

#include <algorithm>

namespace ingest::incidents {

namespace {

bool anyMatches(const std::vector<std::string> &patterns, std::string_view text)
{
    return std::ranges::any_of(patterns, [text](const std::string &pattern) {
        return metrics::matchesPattern(pattern, text);
    });
}

bool matches(const config::OwnerRule &rule, const Failing &failing)
{
    if (rule.types.empty() && rule.sources.empty() && rule.categories.empty())
        return false;
    return (rule.types.empty() || anyMatches(rule.types, failing.type)) &&
           (rule.sources.empty() || anyMatches(rule.sources, failing.source)) &&
           (rule.categories.empty() || anyMatches(rule.categories, failing.category));
}

} // namespace

Owner ownerOf(const config::Configuration &configuration, const Failing &failing)
{
    for (const auto *rules : {&configuration.owners, &configuration.catalogOwners})
        for (const config::OwnerRule &rule : *rules)
            if (matches(rule, failing))
                return {rule.name, rule.contact, rule.runbook};
    return {};
}

} // namespace ingest::incidents
