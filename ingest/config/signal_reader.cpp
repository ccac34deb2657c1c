// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/signal_reader.h"

#include <algorithm>
#include <functional>

namespace ingest::config {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMaxSteps = 16;

// { page = "/cart" } as pairs of text.
void readWhere(const toml::node &node, EventFilter &filter, TableReader &reader)
{
    const auto *where = node.as_table();
    if (where == nullptr) {
        reader.wrong(node, "where = " + describe(node), "a table such as { page = \"/cart\" }");
        return;
    }
    for (const auto &[key, value] : *where) {
        if (const auto *text = value.as_string())
            filter.where.emplace_back(key.str(), text->get());
        else if (const auto *whole = value.as_integer())
            filter.where.emplace_back(key.str(), std::to_string(whole->get()));
        else if (const auto *flag = value.as_boolean())
            filter.where.emplace_back(key.str(), flag->get() ? "true" : "false");
        else
            reader.wrong(value, describe(value) + " for " + std::string(key.str()),
                         "a string, a whole number, true or false");
    }
}

std::optional<EventFilter> readFilter(const toml::node &node, std::string_view key,
                                      TableReader &reader)
{
    EventFilter filter;
    if (const auto *text = node.as_string()) {
        filter.pattern = text->get();
    } else if (const auto *table = node.as_table()) {
        for (const auto &[name, value] : *table) {
            if (name == "event" && value.is_string())
                filter.pattern = value.as_string()->get();
            else if (name == "where")
                readWhere(value, filter, reader);
            else
                reader.wrong(value, "key '" + std::string(name.str()) + "' = " + describe(value),
                             "event = \"type\" and where = { attribute = \"value\" }");
        }
    }
    if (!filter.pattern.empty())
        return filter;
    reader.wrong(node, describe(node) + " in " + std::string(key),
                 "an event type such as \"order.completed\", or { event = \"page.viewed\", where = "
                 "{ page = \"/cart\" } }");
    return std::nullopt;
}

std::vector<EventFilter> readFilters(std::string_view key, TableReader &reader)
{
    std::vector<EventFilter> filters;
    const toml::node *node = reader.node(key);
    if (node == nullptr)
        return filters;
    if (const auto *array = node->as_array()) {
        for (const toml::node &element : *array)
            if (auto filter = readFilter(element, key, reader))
                filters.push_back(std::move(*filter));
    } else if (auto filter = readFilter(*node, key, reader)) {
        filters.push_back(std::move(*filter));
    }
    return filters;
}

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
