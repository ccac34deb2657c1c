// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/signal_reader.h"

#include "ingest/config/filter_reader.h"

#include <algorithm>
#include <functional>

namespace ingest::config {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMaxSteps = 16;

void readFunnel(SignalConfiguration &signal, TableReader &reader)
{
    signal.steps = readFilters("steps", reader);
    if (signal.steps.size() < 2 || signal.steps.size() > kMaxSteps)
        reader.lacks("steps", "[two to 16 event types, in order]");
    if (const auto within = reader.duration("within", 1s, 14 * 24h))
        signal.within = std::chrono::duration_cast<std::chrono::seconds>(*within);
    if (const auto order = reader.choice("order", {"ordered", "strict", "unordered"}))
        signal.order = static_cast<StepOrder>(*order);
}

void readKind(SignalConfiguration &signal, TableReader &reader)
{
    switch (signal.kind) {
    case SignalKind::funnel:
        readFunnel(signal, reader);
        return;
    case SignalKind::ratio:
        signal.good = readFilters("good", reader);
        signal.bad = readFilters("bad", reader);
        if (signal.good.empty())
            reader.lacks("good", "[event types that count as success]");
        if (signal.bad.empty())
            reader.lacks("bad", "[event types that count as failure]");
        return;
    case SignalKind::latency:
        signal.events = readFilters("events", reader);
        if (const auto thresholds = reader.numbers("thresholds_ms"))
            signal.thresholdsMs = *thresholds;
        if (!std::ranges::is_sorted(signal.thresholdsMs, std::ranges::less_equal{}))
            reader.wrong(*reader.table().get("thresholds_ms"), "thresholds_ms out of order",
                         "the least first, none twice, such as [2500, 4000]");
        signal.apdexMs = reader.number("apdex_ms", 0.001, 3.6e6);
        break;
    case SignalKind::rate:
    case SignalKind::uniques:
        signal.events = readFilters("events", reader);
        return;
    case SignalKind::sum:
        signal.events = readFilters("events", reader);
        break;
    }
    if (const auto field = reader.string("field"))
        signal.field = *field;
    if (signal.field.empty())
        reader.lacks("field", "\"the member that holds the number\", or a JSON Pointer");
}

} // namespace

SignalConfiguration readSignal(const toml::table &table, Findings &findings)
{
    const auto named = table["name"].value<std::string>();
    TableReader reader(table, "[[signal]]" + (named ? " '" + *named + "'" : std::string()),
                       findings);
    SignalConfiguration signal;
    if (const auto name = reader.string("name"))
        signal.name = *name;
    if (signal.name.empty())
        reader.lacks("name", "\"a name of your choice\"");
    if (const auto title = reader.string("title"))
        signal.title = *title;
    if (const auto by = reader.strings("by"))
        signal.by = *by;
    signal.limit = reader.number("limit", -1e15, 1e15);
    const auto kind =
        reader.choice("kind", {"rate", "ratio", "funnel", "latency", "sum", "uniques"});
    if (kind) {
        signal.kind = static_cast<SignalKind>(*kind);
        readKind(signal, reader);
        return signal;
    }
    if (!table.contains("kind"))
        reader.lacks("kind",
                     "\"rate\", \"ratio\", \"funnel\", \"latency\", \"sum\" or \"uniques\"");
    // Which further keys are right depends on the kind: nothing more can be said of them.
    for (const auto &[key, value] : table)
        reader.node(key.str());
    return signal;
}

} // namespace ingest::config
