// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/capsule_command.h"

#include "app/ctl/configuration_argument.h"

#include "ingest/config/record_configuration.h"
#include "ingest/replay/capsule_writer.h"
#include "ingest/wire/timestamp.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace app {

namespace {

struct CapsuleChoices
{
    std::string recording;
    std::string config;
    std::string from;
    std::string to;
    std::string out;
};

bool readTime(const std::string &option, const std::string &text, ingest::Timestamp &into)
{
    const auto time = ingest::wire::parseRfc3339(text);
    if (time)
        into = *time;
    else
        std::cerr << "capsule: found " << option << " " << text
                  << ", expected a time such as 2026-11-23T08:10:03Z\n";
    return time.has_value();
}

int saveCapsule(const CapsuleChoices &choices)
{
    ingest::replay::Capsule capsule;
    if (!readTime("--from", choices.from, capsule.from) ||
        !readTime("--to", choices.to, capsule.to))
        return 2;
    if (capsule.to <= capsule.from) {
        std::cerr << "capsule: found --to " << choices.to << ", expected a time after --from\n";
        return 2;
    }
    ingest::config::RecordConfiguration record;
    if (!choices.config.empty()) {
        auto configuration = loadOrExplain(choices.config);
        if (!configuration)
            return 2;
        capsule.configuration = std::move(*configuration);
        record = ingest::config::loadRecord(choices.config);
    }
    capsule.product = BELLWETHER_VERSION;
    const ingest::replay::CapsuleResult saved = ingest::replay::writeCapsule(
        {choices.recording, capsule.configuration, false}, capsule, record.redact, choices.out);
    for (const std::string &note : saved.notes)
        std::cerr << "capsule: " << note << "\n";
    if (!saved.problem.empty()) {
        std::cerr << "capsule: " << saved.problem << "\n";
        return 1;
    }
    std::cerr << "capsule: " << saved.messages << " messages, " << saved.bytes << " bytes\n";
    return 0;
}

} // namespace

void addCapsuleCommand(CLI::App &ctl, int &status)
{
    auto choices = std::make_shared<CapsuleChoices>();
    CLI::App *command =
        ctl.add_subcommand("capsule", "cuts a span out of a recording, as one file");
    command->add_option("RECORDING", choices->recording, "a folder that was recorded to, or a file")
        ->required()
        ->check(CLI::ExistingPath);
    command->add_option("--from", choices->from, "after this instant (RFC 3339)")->required();
    command->add_option("--to", choices->to, "until this instant, included")->required();
    command->add_option("--out", choices->out, "the file, such as incident.bwcap")->required();
    command->add_option("--config", choices->config,
                        "the bellwether.toml that goes with it; its [record] redact counts");
    command->callback([=, &status] { status = saveCapsule(*choices); });
}

} // namespace app
