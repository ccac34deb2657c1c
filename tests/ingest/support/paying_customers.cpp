// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ingest/support/paying_customers.h"

#include <algorithm>

namespace test {

using namespace ingest;

namespace {

constexpr int kCountries = 30;

} // namespace

config::Configuration everyKind()
{
    config::Configuration all;
    const auto add = [&](const char *name, config::SignalKind kind) -> auto &
    {
        config::SignalConfiguration &signal = all.signals.emplace_back();
        signal.name = name;
        signal.kind = kind;
        signal.events = {{"paid", {}}};
        signal.by = {"country"};
        return signal;
    };
    add("rate", config::SignalKind::rate);
    config::SignalConfiguration &ratio = add("ratio", config::SignalKind::ratio);
    ratio.events.clear();
    ratio.good = {{"paid", {}}};
    ratio.bad = {{"pay.failed", {}}};
    add("sum", config::SignalKind::sum).field = "amount";
    add("latency", config::SignalKind::latency).field = "took_ms";
    add("uniques", config::SignalKind::uniques).by.clear();
    config::SignalConfiguration &funnel = add("funnel", config::SignalKind::funnel);
    funnel.events.clear();
    funnel.steps = {{"cart", {}}, {"paid", {}}};
    funnel.within = std::chrono::seconds{600};
    all.experience = {"funnel", "ratio", "sum", "latency", "uniques", ""};
    return all;
}

std::vector<Customer> customers(std::mt19937 &random, std::size_t count, double from, double to)
{
    std::vector<Customer> all(count);
    const auto upTo = [&random](int most) { return static_cast<int>(random() % unsigned(most)); };
    for (std::size_t i = 0; i < all.size(); ++i) {
        Customer &one = all[i];
        one.journey = "j" + std::to_string(from) + "-" + std::to_string(i);
        one.country = "c" + std::to_string(std::min(upTo(kCountries), upTo(kCountries)));
        one.cart = from + upTo(static_cast<int>((to - from) * 1000)) / 1000.0;
        one.pay = one.cart + upTo(100'000) / 1000.0;
        one.pays = upTo(3) > 0;
        one.fails = upTo(4) == 0;
        one.currency = upTo(2) == 0 ? "EUR" : "USD";
        one.minor = upTo(10'000);
        one.tookMs = 1 + upTo(5'000);
        one.category = "why" + std::to_string(upTo(4));
    }
    return all;
}

void addEvents(const Customer &customer, std::vector<RawEvent> &events)
{
    RawEvent event;
    event.type = "cart";
    event.journey = customer.journey;
    event.time = at(customer.cart);
    event.attributes = {{"country", customer.country}};
    events.push_back(event);
    if (!customer.pays)
        return;
    event.time = at(customer.pay);
    event.type = customer.fails ? "pay.failed" : "paid";
    event.failed = customer.fails;
    event.category = customer.fails ? customer.category : "";
    event.numbers = {{"took_ms", customer.tookMs}};
    event.money = wire::Money{customer.minor,
                              {{customer.currency[0], customer.currency[1], customer.currency[2]}}};
    events.push_back(event);
}

} // namespace test
