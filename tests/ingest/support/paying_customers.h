// SPDX-License-Identifier: GPL-3.0-or-later
// Customers who put something in a cart and perhaps pay for it, as events of every signal kind,
// simple enough to be counted one by one.
#pragma once

#include "ingest/config/configuration.h"
#include "tests/ingest/support/raw_event.h"

#include <random>
#include <string>
#include <vector>

namespace test {

struct Customer
{
    std::string journey;
    std::string country; // of thirty: more than have rows of their own
    double cart = 0;     // seconds, as at() takes them
    double pay = 0;      // up to 100 s later
    bool pays = false;
    bool fails = false;
    std::string currency;
    std::int64_t minor = 0;
    double tookMs = 0;
    std::string category;
};

// "rate", "ratio", "sum", "latency", "uniques" and "funnel" of them, by country but for uniques.
[[nodiscard]] ingest::config::Configuration everyKind();

// Their carts lie in (from, to).
[[nodiscard]] std::vector<Customer> customers(std::mt19937 &random, std::size_t count, double from,
                                              double to);

void addEvents(const Customer &customer, std::vector<RawEvent> &events);

} // namespace test
