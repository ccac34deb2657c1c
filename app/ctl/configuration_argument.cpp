// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/configuration_argument.h"

#include "ingest/config/configuration_file.h"

#include <iostream>

namespace app {

std::optional<ingest::config::Configuration> loadOrExplain(const std::string &file)
{
    auto result = ingest::config::loadConfiguration(file);
    if (auto *configuration = std::get_if<ingest::config::Configuration>(&result))
        return std::move(*configuration);
    for (const auto &problem : std::get<std::vector<ingest::config::Problem>>(result))
        std::cerr << problem.text() << "\n";
    return std::nullopt;
}

ingest::config::Configuration withoutKeeping(ingest::config::Configuration configuration)
{
    configuration.limits.keptBytes = 0;
    configuration.incident.watched = false;
    return configuration;
}

} // namespace app
