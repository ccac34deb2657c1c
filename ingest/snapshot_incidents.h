// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a snapshot that says what hurts customers now: incidents, what they cost so far and
// who owns them. Plain data; see Snapshot.
#pragma once

#include "ingest/snapshot_signals.h"
#include "ingest/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ingest {

// Who looks after a type, a source or a category. All empty where nobody is named.
struct Owner
{
    std::string name;
    std::string contact; // a channel, an address, a telephone number
    std::string runbook; // a link
    [[nodiscard]] bool empty() const { return name.empty(); }
    bool operator==(const Owner &) const = default;
};

// Of the journeys that met a failure. met = completed + lost + atRisk, in journeys.
struct Cost
{
    std::uint64_t met = 0;
    std::uint64_t completed = 0;      // all the same, after the failure: costs nothing
    std::uint64_t lost = 0;           // not within the time nine in ten conversions take
    std::uint64_t atRisk = 0;         // not yet, with time left
    std::uint64_t unpriced = 0;       // of lost and atRisk, those whose value no event has told
    std::vector<SumValue> lostSums;   // by currency code; what it has cost so far
    std::vector<SumValue> atRiskSums; // by currency code
    bool bounded = false; // more journeys than are followed: the figures are lower bounds
};

enum class IncidentKind : std::uint8_t { ratio, category, source };

// Open from the moment its condition has held for two minutes (a source gone, a new and frequent
// category: at once) until it has not for five.
struct Incident
{
    std::uint64_t id = 0; // 1, 2, 3 ... in order of opening
    IncidentKind kind = IncidentKind::ratio;
    std::string subject; // the name of the signal, the category, the source
    std::string title;   // the signal's title, else the subject
    Second since{};      // when the condition began to hold, two minutes before it opened at most
    std::optional<Second> until; // ended then; empty: still open
    // kind ratio: over the last five minutes, as failures of trials; kind category: failures alone.
    std::uint64_t failures = 0;
    std::uint64_t trials = 0;
    Interval wilson95;          // of the share of failures
    double limit = 0;           // that share's limit
    std::uint64_t journeys = 0; // distinct, that met the failure since `since`
    Cost cost;
    Owner owner;
    std::string acknowledgedBy; // empty: nobody yet
};

} // namespace ingest
