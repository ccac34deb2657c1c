// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of any bytes as bellwether.toml; for the fuzz target and the replay of its corpus.
#pragma once

#include "ingest/config/configuration_file.h"

#include <string>
#include <string_view>

namespace test {

// Either problems, each with something to say, or a configuration that is written back to text that
// reads equal. Empty where that holds, else what does not.
inline std::string configurationComplaint(std::string_view toml)
{
    using namespace ingest::config;
    const LoadResult first = parseConfiguration(toml, "fuzz.toml");
    if (const auto *problems = std::get_if<std::vector<Problem>>(&first)) {
        for (const Problem &problem : *problems)
            if (problem.found.empty() || problem.expected.empty())
                return "a problem in no words: " + problem.text();
        return problems->empty() ? "refused without a reason" : "";
    }
    const auto &configuration = std::get<Configuration>(first);
    const std::string written = toToml(configuration);
    const LoadResult second = parseConfiguration(written, "written.toml");
    const auto *again = std::get_if<Configuration>(&second);
    if (again == nullptr)
        return "what was written is refused:\n" + written;
    return *again == configuration ? "" : "what was written reads otherwise:\n" + written;
}

} // namespace test
