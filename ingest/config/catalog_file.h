// SPDX-License-Identifier: GPL-3.0-or-later
// Reads owners out of a Backstage catalog-info.yaml: every Component's spec.owner, with the contact
// of that Group or User if the file has it too. Plain functions; no thread of their own.
#pragma once

#include "ingest/config/configuration.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ingest::config {

// What is wrong with the text, with its line from 1, or 0.
struct CatalogProblem
{
    std::size_t line = 0;
    std::string found;
    std::string expected;
};

// A component looks after the sources in its annotation `bellwether/sources` (patterns separated by
// commas), else after those called like it: NAME and */NAME. Its runbook is the first of its links
// of type or title "runbook". Format:
// https://backstage.io/docs/features/software-catalog/descriptor-format
[[nodiscard]] std::variant<std::vector<OwnerRule>, CatalogProblem>
parseCatalog(std::string_view yaml);

} // namespace ingest::config
