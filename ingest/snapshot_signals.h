// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a snapshot that says what customers experience: one value per signal kind, its
// uncertainty and its series. Plain data; see Snapshot.
#pragma once

#include "ingest/config/configuration.h"
#include "ingest/snapshot_cost.h"
#include "ingest/time.h"
#include "ingest/wire/event.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ingest {

struct Interval
{
    double lower = 0;
    double upper = 1;
};

// Point i covers (start + i * step, start + (i + 1) * step]; the last point ends at or after asOf
// and is `partial` when it is not complete yet. Points before `observedFrom` were not observed.
template <class Point>
struct Series
{
    Second start{};
    Seconds step{1};
    bool partial = false;
    std::vector<Point> points;
};

// good and bad are trials; value = good / (good + bad), empty without trials.
struct RatioValue
{
    std::uint64_t good = 0;
    std::uint64_t bad = 0;
    std::optional<double> value;
    Interval wilson95;
    Interval completeness; // the value if every missing event were bad, or good
};

struct RatioPoint
{
    std::uint64_t good = 0;
    std::uint64_t bad = 0;
};

struct RatioSnapshot
{
    RatioValue value;
    Series<RatioPoint> series;
};

struct RateSnapshot
{
    std::uint64_t count = 0;
    double perSecond = 0; // over the observed part of the window
    Series<std::uint64_t> series;
};

struct SumSnapshot
{
    std::uint64_t count = 0;
    std::vector<SumValue> sums;  // by currency code
    Series<std::int64_t> series; // of the currency with the largest count
    wire::CurrencyCode seriesCurrency;
};

// All empty where nothing was recorded. Milliseconds; each within 0.55 % of the exact rank value.
struct Quantiles
{
    std::optional<double> p50, p75, p90, p95, p99;
    std::optional<double> max; // exact
};

struct LatencySnapshot
{
    std::uint64_t count = 0;
    Quantiles value;
    std::optional<double> apdex; // 0 to 1, where apdex_ms is configured
    Series<Quantiles> series;
    Series<std::uint64_t> counts;
};

struct UniquesSnapshot
{
    std::uint64_t count = 0;
    bool exact = true;            // else HyperLogLog, standard error 1.6 %
    Series<std::uint64_t> series; // distinct within each chart step
};

struct FunnelStep
{
    std::string name;
    std::uint64_t journeys = 0;
    std::optional<double> medianSeconds; // from the step before; empty for the first
};

// A journey belongs to the instant of its first entry.
struct FunnelPoint
{
    std::uint64_t entered = 0;   // journeys that entered in this point's span
    std::uint64_t converted = 0; // of those, with a complete chain
    double stillToConvert = 0;   // of the others, how many are expected to convert yet
};

struct FunnelSnapshot
{
    std::vector<FunnelStep> steps;
    std::optional<double> conversion; // last row / first row
    Interval wilson95;
    // Settled and matured journeys by their first entry; converted: with a complete chain since.
    std::uint64_t settled = 0;
    std::optional<double> settledConversion;
    std::uint64_t matured = 0;
    std::optional<double> maturedConversion;
    Interval maturedWilson95;
    std::uint64_t inFlight = 0;
    double lower = 0; // conversion if all in flight fail
    double upper = 0; // conversion if all in flight convert
    std::optional<double> nowcast;
    std::chrono::seconds maturing{0}; // p90 of the time to convert, `within` until 100 conversions
    // Rolling: every point is the conversion of the `rolling` span that ends with it.
    Series<FunnelPoint> series;
    std::chrono::seconds rolling{0};
    bool bounded = false; // a cap makes the figures uncertain; the ledger says which
};

// What a signal has so far of the second after asOf, for its chart. Other kinds have nothing yet:
// their events count when the second closes.
struct OpenPoint
{
    std::int64_t minor = 0; // sum: of the currency of its series
    // Latency: of the chart point that goes on after asOf, its closed seconds included.
    std::uint64_t count = 0;
    Quantiles quantiles;
};

// The second (asOf, asOf + 1 s] as far as it has come. Charts may show it as open; no figure holds
// it. In snapshots of windows up to five minutes with their own chart step.
struct OpenSecond
{
    std::uint64_t failures = 0;
    std::vector<OpenPoint> signals; // in the configuration's order
};

using SignalValue = std::variant<RateSnapshot, RatioSnapshot, FunnelSnapshot, LatencySnapshot,
                                 SumSnapshot, UniquesSnapshot>;

// One value of an attribute, without series. The top 20 by count and "(other)".
struct BreakdownRow
{
    std::string value;
    SignalValue signal;
};

struct Breakdown
{
    std::string attribute;
    std::vector<BreakdownRow> rows;
};

struct SignalSnapshot
{
    std::string name;
    std::string title;
    config::SignalKind kind = config::SignalKind::rate;
    SignalValue value;
    std::vector<Breakdown> by;
    // Sources this signal needs that are silent now; not empty: its numbers cannot be trusted.
    std::vector<std::string> silentSources;
    std::optional<Timestamp> staleSince; // last trusted instant, where silentSources is not empty
    // For how long in the window a source this signal needs was not heard between an epoch that
    // ended without goodbye and the next; what was sent last before each is unknown. Of the source
    // with the longest.
    std::chrono::duration<double> unheard{0};
    std::string brokenSource; // empty where there is none
};

// In order of urgency: fewer than an hour old; back after an hour's absence; much more often in the
// last five minutes than in the hour before.
enum class CategoryState : std::uint8_t { fresh, regressed, escalating, known };

// From here on the ordinals of categories that only history knows: this run has not met them.
inline constexpr std::uint32_t kUnmetCategories = 1u << 20; // far beyond limits.categories

struct CategorySnapshot
{
    std::uint32_t ordinal = 0; // in order of first appearance, for life: decides letter and colour
    std::string category;
    std::string fingerprint;    // of its most recent message; empty where no message was given
    std::string type;           // the event type it was seen on most recently
    std::string source;         // and the source
    std::uint64_t count = 0;    // in the window
    std::uint64_t journeys = 0; // distinct journeys in the window
    bool journeysExact = true;
    Timestamp firstSeen{};
    Timestamp lastSeen{};
    Series<std::uint64_t> series;
    CategoryState state = CategoryState::known;
    std::optional<double> growth; // rate of the last five minutes / of the hour before
    std::string acknowledgedBy;   // empty: nobody
    Owner owner;
    Cost cost; // of the journeys that met it in the window
};

} // namespace ingest
