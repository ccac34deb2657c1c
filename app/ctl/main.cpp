// SPDX-License-Identifier: GPL-3.0-or-later
// bellwetherctl: the engine without a window. Exit status 0 done, 1 the input was refused or a
// check failed, 2 wrong usage or configuration.
#include "app/ctl/capsule_command.h"
#include "app/ctl/check_config_command.h"
#include "app/ctl/publish_command.h"
#include "app/ctl/replay_command.h"
#include "app/ctl/report_command.h"
#include "app/ctl/shop_command.h"

#include <CLI/CLI.hpp>

int main(int argc, char **argv)
{
    CLI::App ctl("Bellwether without a window: report, record, replay, publish, simulate, check.",
                 "bellwetherctl");
    ctl.set_version_flag("--version", "bellwetherctl " BELLWETHER_VERSION);
    ctl.require_subcommand(1);
    int status = 0;
    app::addReportCommand(ctl, status);
    app::addPublishCommand(ctl, status);
    app::addReplayCommand(ctl, status);
    app::addCapsuleCommand(ctl, status);
    app::addShopCommand(ctl, status);
    app::addCheckConfigCommand(ctl, status);
    try {
        ctl.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return ctl.exit(error) == 0 ? 0 : 2;
    }
    return status;
}
