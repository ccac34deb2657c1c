// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shop_command.h"

#include "app/ctl/shop/file_outlet.h"
#include "app/ctl/shop/shop.h"
#include "app/ctl/shop/socket_outlet.h"
#include "app/ctl/simulated_history.h"
#include "app/ctl/wall_clock.h"

#include <CLI/CLI.hpp>

#include <atomic>
#include <csignal>
#include <fstream>
#include <iostream>
#include <thread>

namespace app {

namespace {

using namespace std::chrono_literals;

// Set by SIGINT and SIGTERM; the only state a signal handler may touch.
std::atomic<bool> stopRequested{false};

struct ShopChoices
{
    std::string connect = "tcp://127.0.0.1:5556";
    std::string bind;
    std::string scenario = "normal";
    std::uint64_t seed = 1;
    double rate = 200;
    double pace = 1;
    double forSeconds = 0; // 0: until stopped
    double after = 60;
    double lasting = 300;
    std::string groundTruth;
    std::string out;
    std::string store;
    std::string config;
    std::int64_t startEpochSeconds = 0; // 0: now
};

ingest::Nanoseconds seconds(double value)
{
    return ingest::Nanoseconds(static_cast<std::int64_t>(value * 1e9));
}

shop::ShopOptions optionsOf(const ShopChoices &choices)
{
    shop::ShopOptions options;
    options.seed = choices.seed;
    options.eventsPerSecond = choices.rate;
    options.keepGroundTruth = !choices.groundTruth.empty();
    options.start = choices.startEpochSeconds != 0
                        ? ingest::Timestamp(std::chrono::seconds(choices.startEpochSeconds))
                        : wallClock();
    options.plan.pace = choices.pace;
    options.plan.scenario = *shop::scenarioNamed(choices.scenario);
    options.plan.from = options.start + seconds(choices.after);
    options.plan.until = options.plan.from + seconds(choices.lasting);
    return options;
}

void runLive(shop::Shop &shop, ingest::Timestamp end)
{
    // Often enough for heartbeats and for smooth charts, seldom enough to cost nothing.
    constexpr auto kPace = 5ms;
    while (!stopRequested) {
        const ingest::Timestamp now = wallClock();
        shop.advanceTo(std::min(now, end));
        if (now >= end)
            return;
        std::this_thread::sleep_for(
            std::clamp<ingest::Nanoseconds>(shop.nextDue() - now, kPace, 100ms));
    }
}

int run(const ShopChoices &choices)
{
    shop::ShopOptions options = optionsOf(choices);
    if (!choices.store.empty()) {
        const ingest::Timestamp end = wallClock();
        options.start = end - seconds(choices.forSeconds);
        options.plan.from += options.start - end;
        options.plan.until += options.start - end;
        return simulateHistory(options, end, choices.config, choices.store) ? 0 : 1;
    }
    const bool toFile = !choices.out.empty();
    const bool bound = choices.forSeconds > 0;
    const ingest::Timestamp end =
        bound ? options.start + seconds(choices.forSeconds) : ingest::Timestamp::max();
    std::ofstream file;
    if (toFile) {
        file.open(choices.out, std::ios::binary);
        if (!file) {
            std::cerr << "shop: cannot write " << choices.out
                      << "; choose a file in a directory that exists and is writable\n";
            return 1;
        }
    }
    shop::Shop shop(options, [&](shop::Service service) -> std::unique_ptr<shop::Outlet> {
        if (toFile)
            return std::make_unique<shop::FileOutlet>(file);
        return shop::openSocket(choices.connect, choices.bind, service);
    });
    if (toFile)
        shop.advanceTo(end);
    else
        runLive(shop, end);
    shop.close();
    std::cerr << "shop: " << shop.published() << " events published\n";
    if (toFile && !file.flush()) {
        std::cerr << "shop: writing " << choices.out << " failed; is the disk full?\n";
        return 1;
    }
    if (!choices.groundTruth.empty()) {
        std::ofstream truth(choices.groundTruth, std::ios::binary);
        truth << shop.groundTruth().toJson(options.plan, options.seed);
        if (!truth.flush()) {
            std::cerr << "shop: cannot write " << choices.groundTruth << "\n";
            return 1;
        }
    }
    return 0;
}

} // namespace

void addShopCommand(CLI::App &ctl, int &status)
{
    auto choices = std::make_shared<ShopChoices>();
    CLI::App *command =
        ctl.add_subcommand("shop", "a simulated shop of several publishing services");
    auto *connect = command->add_option(
        "--connect", choices->connect, "where its services connect (default tcp://127.0.0.1:5556)");
    command
        ->add_option("--bind", choices->bind,
                     "where they bind instead: the first at this port, the others at the next four")
        ->excludes(connect);
    command->add_option("--scenario", choices->scenario, "what happens")
        ->check(CLI::IsMember(
            std::vector<std::string>(shop::kScenarioNames.begin(), shop::kScenarioNames.end())))
        ->capture_default_str();
    command->add_option("--seed", choices->seed, "the same seed gives the same customers")
        ->capture_default_str();
    command->add_option("--rate", choices->rate, "events a second, the mean over a usual day")
        ->check(CLI::Range(0.1, 1e6))
        ->capture_default_str();
    command
        ->add_option("--pace", choices->pace,
                     "how many times quicker than real customers these go from step to step")
        ->check(CLI::Range(0.1, 100.0))
        ->capture_default_str();
    command->add_option("--for", choices->forSeconds, "seconds to run; without it until stopped")
        ->check(CLI::PositiveNumber);
    command->add_option("--after", choices->after, "seconds until the scenario begins")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--lasting", choices->lasting, "seconds until it ends again")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--ground-truth", choices->groundTruth,
                        "file for what it really did, sent and planted, as JSON");
    auto *out = command->add_option("--out", choices->out,
                                    "write NDJSON to this file at once instead of publishing");
    command
        ->add_option("--start", choices->startEpochSeconds,
                     "time of the first event in seconds since 1970, with --out")
        ->needs(out);
    auto *config = command->add_option("--config", choices->config,
                                       "the bellwether.toml that says what counts, with --store");
    auto *store = command
                      ->add_option("--store", choices->store,
                                   "fill this history with the time until now at once instead")
                      ->needs(config)
                      ->excludes(out);
    config->needs(store);
    command->callback([command, choices, &status] {
        if (!choices->out.empty() && command->count("--for") == 0)
            throw CLI::RequiredError("--out writes a bounded run: --for");
        if (!choices->store.empty() && command->count("--for") == 0)
            throw CLI::RequiredError("--store takes a bounded time: --for");
        std::signal(SIGINT, [](int) { stopRequested = true; });
        std::signal(SIGTERM, [](int) { stopRequested = true; });
        status = run(*choices);
    });
}

} // namespace app
