// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a snapshot that says whose a failure is and what it costs. Plain data; see Snapshot.
#pragma once

#include "ingest/wire/event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ingest {

struct SumValue
{
    wire::CurrencyCode currency;
    std::int64_t minor = 0;
    int exponent = 2; // ISO 4217: how many decimals the minor unit stands for
};

// Who looks after a type, a source or a category. All empty where nobody is named.
struct Owner
{
    std::string name;
    std::string contact; // a channel, an address, a telephone number
    std::string runbook; // a link
    [[nodiscard]] bool empty() const { return name.empty(); }
    bool operator==(const Owner &) const = default;
};

// Of the journeys whose latest failure of the kind lies in the span in question.
// met = completed + lost + atRisk, in journeys.
struct Cost
{
    std::uint64_t met = 0;
    std::uint64_t completed = 0;      // all the same, at or after the failure: costs nothing
    std::uint64_t lost = 0;           // not within the time nine in ten conversions take
    std::uint64_t atRisk = 0;         // not yet, with time left
    std::uint64_t unpriced = 0;       // of lost and atRisk, those whose value no failure has told
    std::vector<SumValue> lostSums;   // by currency code; what it has cost so far
    std::vector<SumValue> atRiskSums; // by currency code
    bool bounded = false; // more journeys than are followed: the figures are lower bounds
};

} // namespace ingest
