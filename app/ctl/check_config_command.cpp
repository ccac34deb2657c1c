// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/check_config_command.h"

#include "app/ctl/configuration_argument.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {

void addCheckConfigCommand(CLI::App &ctl, int &status)
{
    auto file = std::make_shared<std::string>();
    CLI::App *command =
        ctl.add_subcommand("check-config", "says what is wrong with a configuration, by line");
    command->add_option("FILE", *file, "a bellwether.toml")->required();
    command->callback([file, &status] {
        const auto configuration = loadOrExplain(*file);
        status = configuration ? 0 : 2;
        if (configuration)
            std::cout << *file << ": " << configuration->signals.size() << " signals, "
                      << configuration->sources.size() << " sources\n";
    });
}

} // namespace app
