// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of any bytes as an event file; for the fuzz target and the replay of its corpus.
#pragma once

#include "ingest/config/configuration_file.h"
#include "ingest/report/report.h"
#include "ingest/self_configuring_engine.h"
#include "ingest/snapshot.h"
#include "ingest/transport/event_file.h"
#include "ingest/wire/frame.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace test {

// Every kind of signal, with caps so low that a small file passes them.
inline constexpr std::string_view kTightToml = R"(
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

struct ReportRun
{
    std::string json;
    std::string complaint; // empty where everything adds up
};

inline ReportRun reportOf(const ingest::config::Configuration &configuration,
                          const std::filesystem::path &file, ingest::Window window, bool buckets)
{
    ingest::SelfConfiguringEngine engine(configuration);
    ingest::transport::EventFile events(file);
    while (const auto frame = events.next())
        engine.ingest(*frame);
    engine.advanceTo(ingest::Timestamp(ingest::bucketOf(engine.now())));
    const auto snapshot = engine.snapshot(window);
    ReportRun run{ingest::report::toJson(*snapshot, buckets), ""};
    const ingest::LedgerSnapshot &ledger = snapshot->ledger;
    if (ledger.received != ledger.accepted + ledger.duplicate + ledger.malformedTotal())
        run.complaint = "received is not accepted + duplicate + malformed";
    else if (ledger.accepted != ledger.inWindows + ledger.tooLate)
        run.complaint = "accepted is not in windows + too late";
    else if (!nlohmann::json::accept(run.json))
        run.complaint = "the report is no JSON";
    return run;
}

// The first byte chooses signals, window and buckets, and whether a second run must give the same
// bytes; the rest is written to `file` and read as events. Empty where all holds.
inline std::string reportComplaint(std::string_view bytes, const std::filesystem::path &file)
{
    using namespace ingest;
    static const auto tight =
        std::get<config::Configuration>(config::parseConfiguration(kTightToml, "tight.toml"));
    if (bytes.empty())
        return "";
    const auto choice = static_cast<unsigned char>(bytes.front());
    std::ofstream(file, std::ios::binary) << bytes.substr(1);
    const config::Configuration configuration = choice % 2 == 0 ? tight : config::Configuration{};
    const Window window = kWindows[choice / 2 % kWindows.size()];
    const bool buckets = choice % 32 > 24;
    const ReportRun once = reportOf(configuration, file, window, buckets);
    if (!once.complaint.empty() || choice % 64 <= 48)
        return once.complaint;
    const ReportRun again = reportOf(configuration, file, window, buckets);
    return again.json == once.json ? "" : "a second run differs";
}

} // namespace test
