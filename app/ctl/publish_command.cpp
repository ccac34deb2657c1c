// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/publish_command.h"

#include "app/ctl/file_publication.h"

#include <CLI/CLI.hpp>

namespace app {

void addPublishCommand(CLI::App &ctl, int &status)
{
    auto options = std::make_shared<PublicationOptions>();
    auto pattern = std::make_shared<std::string>("pub");
    CLI::App *command = ctl.add_subcommand("publish", "sends the events of a file over ZeroMQ");
    command->add_option("FILE", options->file, "NDJSON, .gz, .zst, or - for standard input")
        ->required();
    command->add_option("--to", options->endpoint, "the endpoint, such as tcp://127.0.0.1:5556")
        ->required();
    command->add_flag("--bind", options->bind, "bind there instead of connecting");
    command->add_option("--pattern", *pattern, "the kind of socket")
        ->check(CLI::IsMember({"pub", "push"}))
        ->capture_default_str();
    auto *rate = command->add_option("--rate", options->eventsPerSecond, "events a second")
                     ->check(CLI::PositiveNumber);
    auto *speed = command->add_option("--speed", options->speed, "times as fast as recorded")
                      ->check(CLI::PositiveNumber)
                      ->excludes(rate)
                      ->capture_default_str();
    command->add_flag("--max", options->atFullSpeed, "as fast as they can be sent")
        ->excludes(rate)
        ->excludes(speed);
    command->add_option("--pack", options->pack, "events a message")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    command->add_flag("--now", options->shiftToNow, "shift all times so that the first is now");
    command->callback([=, &status] {
        options->push = *pattern == "push";
        FilePublication publication(*options);
        status = publication.run();
    });
}

} // namespace app
