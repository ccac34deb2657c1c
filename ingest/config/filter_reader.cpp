// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/config/filter_reader.h"

#include <optional>

namespace ingest::config {

namespace {

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

} // namespace

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

} // namespace ingest::config
