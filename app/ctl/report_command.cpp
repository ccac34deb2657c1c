// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report_command.h"

#include "app/ctl/configuration_argument.h"
#include "app/ctl/report_run.h"

#include "ingest/replay/capsule.h"
#include "ingest/report/report.h"
#include "ingest/snapshot.h"
#include "ingest/wire/timestamp.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <utility>

namespace app {

namespace {

using ingest::config::Configuration;

struct ReportChoices
{
    std::string config;
    std::string window = "all";
    std::string asOf;
    std::string buckets;
    std::string arrival;
    std::string connect;
    std::string bind;
    std::string pattern = "sub";
    std::string record;
    double untilIdle = 0;
    std::vector<std::string> files;
};

// The named file, or no signals: then they are inferred.
std::optional<Configuration> configurationOf(const ReportChoices &choices)
{
    std::optional<Configuration> configuration =
        choices.config.empty() ? Configuration{} : loadOrExplain(choices.config);
    if (!configuration)
        return std::nullopt;
    ingest::config::SourceConfiguration source;
    source.pattern =
        choices.pattern == "pull" ? ingest::config::Pattern::pull : ingest::config::Pattern::sub;
    if (!choices.connect.empty())
        source.connect = {choices.connect};
    if (!choices.bind.empty())
        source.bind = {choices.bind};
    configuration->sources = {source};
    return configuration;
}

// The configuration that came with a capsule, where none is named. False where one of the files is
// a capsule that is not to be used; why is said.
bool takeCapsules(const ReportChoices &choices, Configuration &configuration)
{
    bool taken = !choices.config.empty();
    for (const std::string &file : choices.files) {
        auto read = ingest::replay::readCapsule(file);
        if (const auto *problem = std::get_if<std::string>(&read)) {
            std::cerr << "report: " << *problem << "\n";
            return false;
        }
        auto *capsule = std::get_if<ingest::replay::Capsule>(&read);
        if (capsule != nullptr && !std::exchange(taken, true))
            configuration = std::move(capsule->configuration);
    }
    return true;
}

ingest::config::RecordConfiguration recordOf(const ReportChoices &choices)
{
    ingest::config::RecordConfiguration record;
    if (!choices.config.empty())
        record = ingest::config::loadRecord(choices.config);
    record.folder = choices.record;
    return record;
}

Arrival arrivalOf(const ReportChoices &choices)
{
    return choices.arrival == "clock" ? Arrival::clock
           : choices.arrival == "own" ? Arrival::own
                                      : Arrival::recorded;
}

std::optional<ingest::Seconds> stepOf(const ReportChoices &choices)
{
    if (choices.buckets.empty())
        return std::nullopt;
    return ingest::Seconds{choices.buckets == "1s" ? 1 : 60};
}

int run(const ReportChoices &choices)
{
    if (choices.window == "24h" && choices.buckets == "1s") {
        std::cerr << "report: found --buckets 1s with --window 24h, but seconds are kept for one "
                     "hour; expected --buckets 1m or a shorter window\n";
        return 2;
    }
    std::optional<Configuration> configuration = configurationOf(choices);
    if (!configuration)
        return 2;
    if (!takeCapsules(choices, *configuration))
        return 1;
    ReportRun run(*configuration);
    if (!choices.asOf.empty()) {
        const auto asOf = ingest::wire::parseRfc3339(choices.asOf);
        if (!asOf) {
            std::cerr << "report: found --as-of " << choices.asOf
                      << ", expected a time such as 2026-11-23T08:10:03Z\n";
            return 2;
        }
        run.stopAt(*asOf);
    }
    const bool live = !choices.connect.empty() || !choices.bind.empty();
    bool complete = true;
    if (live) {
        run.record(recordOf(choices));
        const bool byClock = choices.arrival != "own";
        complete = run.listen(
            std::chrono::milliseconds(static_cast<std::int64_t>(choices.untilIdle * 1000)),
            byClock);
    } else {
        for (const std::string &file : choices.files)
            complete = run.read(file, arrivalOf(choices)) && complete;
    }
    const auto snapshot = run.finish(*ingest::windowNamed(choices.window), stepOf(choices));
    std::cout << ingest::report::toJson(*snapshot, !choices.buckets.empty());
    if (!std::cout.flush()) {
        std::cerr << "report: standard output cannot be written\n";
        return 1;
    }
    return complete ? 0 : 1;
}

} // namespace

void addReportCommand(CLI::App &ctl, int &status)
{
    auto choices = std::make_shared<ReportChoices>();
    CLI::App *command =
        ctl.add_subcommand("report", "runs the engine over events and prints the snapshot as JSON");
    command->add_option("--config", choices->config,
                        "a bellwether.toml; without it signals are inferred");
    command->add_option("--window", choices->window, "the window of the numbers")
        ->check(CLI::IsMember({"all", "1m", "5m", "15m", "1h", "24h"}))
        ->capture_default_str();
    command->add_option("--as-of", choices->asOf, "events that arrived until then (RFC 3339)");
    command
        ->add_option("--buckets", choices->buckets,
                     "adds the series, in points of a second or a minute")
        ->check(CLI::IsMember({"1s", "1m"}));
    command
        ->add_option("--arrival", choices->arrival,
                     "an event arrives at its own time (files) or now (sockets)")
        ->check(CLI::IsMember({"own", "clock"}));
    auto *connect =
        command->add_option("--connect", choices->connect, "listen to a publisher that binds");
    auto *bind = command->add_option("--bind", choices->bind, "listen where publishers connect")
                     ->excludes(connect);
    command->add_option("--pattern", choices->pattern, "the kind of socket")
        ->check(CLI::IsMember({"sub", "pull"}))
        ->capture_default_str();
    auto *idle = command
                     ->add_option("--until-idle", choices->untilIdle,
                                  "seconds without a message that end a live report")
                     ->check(CLI::PositiveNumber);
    auto *files = command->add_option("FILE", choices->files,
                                      "NDJSON, .gz, .zst, - for standard input, or a recording");
    files->excludes(connect)->excludes(bind);
    auto *record =
        command->add_option("--record", choices->record, "records what is received in this folder")
            ->excludes(files);
    command->callback([=, &status] {
        const bool live = connect->count() + bind->count() > 0;
        if (!live && files->count() == 0)
            throw CLI::RequiredError("FILE, --connect or --bind");
        if (!live && record->count() > 0)
            throw CLI::RequiredError("--record needs a socket: --connect or --bind");
        if (live && idle->count() == 0)
            throw CLI::RequiredError("a live report ends by --until-idle, which");
        status = run(*choices);
    });
}

} // namespace app
