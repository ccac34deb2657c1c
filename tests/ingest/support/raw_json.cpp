// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/raw_json.h"

#include <nlohmann/json.hpp>

namespace test {

namespace {

// The currencies of random streams have two, no and three decimals.
std::string decimal(const ingest::wire::Money &money)
{
    const std::string_view currency = money.currency.view();
    const int decimals = currency == "JPY" ? 0 : currency == "KWD" ? 3 : 2;
    return std::to_string(money.minor) + "e-" + std::to_string(decimals);
}

} // namespace

std::string jsonOf(const RawEvent &event)
{
    nlohmann::json data = nlohmann::json::object();
    for (const auto &[name, text] : event.attributes)
        data[name] = text;
    for (const auto &[name, number] : event.numbers)
        data[name] = number;
    if (event.money) {
        data["amount"] = decimal(*event.money);
        data["currency"] = std::string(event.money->currency.view());
    }
    if (event.failed)
        data["error"] = {{"category", event.category}, {"message", event.message}};
    nlohmann::json json{
        {"specversion", "1.0"}, {"type", event.type}, {"source", event.source}, {"data", data}};
    if (event.time)
        json["time"] = event.time->time_since_epoch().count();
    if (!event.id.empty())
        json["id"] = event.id;
    if (!event.epoch.empty())
        json["epoch"] = event.epoch;
    if (event.sequence)
        json["sequence"] = *event.sequence;
    if (!event.journey.empty())
        json["subject"] = event.journey;
    return json.dump();
}

} // namespace test
