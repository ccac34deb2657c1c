// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes whatever as an event file of `report`: the ledger adds up, the JSON is JSON, and a
// second run gives the same bytes. The first byte chooses signals, window and buckets, and whether
// there is a second run.
#include "ingest/config/configuration_file.h"
#include "ingest/report/report.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/snapshot.h"
#include "ingest/transport/event_file.h"
#include "ingest/wire/frame.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace {

using namespace ingest;

constexpr std::string_view kToml = R"(
[limits]
types = 4
sources = 4
attribute_values = 4
categories = 4
journeys = 8
duplicate_ids = 16
journey_events = 4
uniques = 8
[[signal]]
name = "funnel"
kind = "funnel"
steps = ["a", { event = "b*", where = { c = "d" } }, "c"]
within = "10s"
[[signal]]
name = "ratio"
kind = "ratio"
good = ["a"]
bad = ["*failed"]
by = ["c", "d"]
[[signal]]
name = "latency"
kind = "latency"
field = "/data/x_ms"
by = ["c"]
apdex_ms = 10
[[signal]]
name = "sum"
kind = "sum"
field = "amount"
by = ["c"]
[[signal]]
name = "rate"
kind = "rate"
[[signal]]
name = "uniques"
kind = "uniques"
by = ["c"]
)";

void demand(bool condition, const char *what)
{
    if (condition)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

config::Configuration configured()
{
    return std::get<config::Configuration>(config::parseConfiguration(kToml, "fuzz.toml"));
}

std::string run(const config::Configuration &configuration, const std::filesystem::path &file,
                Window window, bool withBuckets)
{
    SelfConfiguringEngine engine(configuration);
    transport::EventFile events(file);
    while (const auto frame = events.next())
        engine.ingest(*frame);
    engine.advanceTo(Timestamp(bucketOf(engine.now())));
    const auto snapshot = engine.snapshot(window);
    const LedgerSnapshot &ledger = snapshot->ledger;
    demand(ledger.received == ledger.accepted + ledger.duplicate + ledger.malformedTotal(),
           "received is not accepted + duplicate + malformed");
    demand(ledger.accepted == ledger.inWindows + ledger.tooLate,
           "accepted is not in windows + too late");
    return report::toJson(*snapshot, withBuckets);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const config::Configuration some = configured();
    static const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("report_fuzz." + std::to_string(getpid()));
    if (size == 0)
        return 0;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char *>(data + 1), static_cast<std::streamsize>(size - 1));
    const config::Configuration configuration = data[0] % 2 == 0 ? some : config::Configuration{};
    const Window window = kWindows[data[0] / 2 % kWindows.size()];
    const bool withBuckets = data[0] % 32 > 24;
    const bool twice = data[0] % 64 > 48;
    const std::string once = run(configuration, file, window, withBuckets);
    demand(nlohmann::json::accept(once), "the report is no JSON");
    if (twice)
        demand(once == run(configuration, file, window, withBuckets), "a second run differs");
    return 0;
}
