// SPDX-License-Identifier: GPL-3.0-or-later
// What a funnel comes to, straight from the definition: every chain of every journey is tried.
// Slow on purpose; for journeys of a dozen events. Pure functions.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace oracle {

enum class FunnelOrder { ordered, strict, unordered };

struct FunnelRule
{
    FunnelOrder order = FunnelOrder::ordered;
    std::size_t steps = 1;
    std::int64_t withinNs = 0;
    std::int64_t idleNs = 0; // a longer gap divides a key into two journeys
};

struct FunnelEvent
{
    std::uint64_t key = 0;
    std::int64_t timeNs = 0;
    std::uint32_t mask = 0;  // bit k: matches step k
    std::uint32_t value = 0; // of the one attribute to break down by
};

inline constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();

// Index k is for row k, from 1.
struct FunnelJourney
{
    std::vector<std::int64_t> latestEntry; // of a chain of at least k steps
    std::vector<std::int64_t> stepNs;      // of that chain, from step k - 1 to k
    std::int64_t firstEntry = kNoTime;
    std::int64_t firstConversion = kNoTime;
    std::map<std::uint32_t, std::vector<std::int64_t>> latestEntryByValue;
};

// The journeys of the events up to and including `asOfNs`; the events come in any order.
std::vector<FunnelJourney>
funnelJourneys(const FunnelRule &rule, const std::vector<FunnelEvent> &events, std::int64_t asOfNs);

// The figures of the window (start, asOf], all in whole seconds; `start` empty for all time.
struct FunnelFigures
{
    std::vector<std::uint64_t> rows;
    std::uint64_t inFlight = 0;
    std::uint64_t settled = 0;
    std::uint64_t settledConverted = 0;
    std::uint64_t matured = 0;
    std::uint64_t maturedConverted = 0;
};
FunnelFigures funnelFigures(const FunnelRule &rule, const std::vector<FunnelJourney> &journeys,
                            std::optional<std::int64_t> start, std::int64_t asOf,
                            std::int64_t maturing);

// Journeys first entered in (from, to], and how many of them converted.
std::pair<std::uint64_t, std::uint64_t> funnelCohort(const std::vector<FunnelJourney> &journeys,
                                                     std::int64_t from, std::int64_t to);

// The exact value of rank ceil(q n) of the time to step k, in seconds, over row k of the window.
std::optional<double> funnelStepQuantile(const std::vector<FunnelJourney> &journeys, std::size_t k,
                                         std::optional<std::int64_t> start, double q);

// Rows of the chains entered with `value`.
std::vector<std::uint64_t> funnelRowsOf(const FunnelRule &rule,
                                        const std::vector<FunnelJourney> &journeys,
                                        std::uint32_t value, std::optional<std::int64_t> start);

} // namespace oracle
