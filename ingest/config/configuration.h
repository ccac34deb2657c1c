// SPDX-License-Identifier: GPL-3.0-or-later
// What bellwether.toml says, as plain values: sources, field places, signals, roles and caps.
// Immutable once loaded; copied to whoever needs it. Defaults are those of an absent file.
#pragma once

#include "ingest/wire/field_places.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ingest::config {

enum class Pattern : std::uint8_t { sub, pull };
enum class SequenceScope : std::uint8_t { source, type };

struct SourceConfiguration
{
    Pattern pattern = Pattern::sub;
    std::vector<std::string> connect; // endpoints such as tcp://127.0.0.1:5556
    std::vector<std::string> bind;
    std::vector<std::string> topics{""}; // prefixes; "" is everything
    bool allowUnauthenticated = false;   // needed to bind beyond loopback
    SequenceScope sequenceScope = SequenceScope::source;
    bool operator==(const SourceConfiguration &) const = default;
};

// Matches an event by type (`*` stands for any run of characters, dots included) and by
// attributes that must all equal the given text.
struct EventFilter
{
    std::string pattern;
    std::vector<std::pair<std::string, std::string>> where;
    bool operator==(const EventFilter &) const = default;
};

enum class SignalKind : std::uint8_t { rate, ratio, funnel, latency, sum, uniques };
enum class StepOrder : std::uint8_t { ordered, strict, unordered };

struct SignalConfiguration
{
    std::string name;
    std::string title; // the name where empty
    SignalKind kind = SignalKind::rate;
    std::vector<EventFilter> events;   // rate, latency, sum, uniques; none means every event
    std::vector<EventFilter> good;     // ratio
    std::vector<EventFilter> bad;      // ratio
    std::vector<EventFilter> steps;    // funnel, in order
    std::chrono::seconds within{1800}; // funnel: 1 s to 14 days
    StepOrder order = StepOrder::ordered;
    std::string field;                // latency, sum: a member's name or a JSON Pointer
    std::vector<std::string> by;      // attribute names to break down by, one at a time
    std::vector<double> thresholdsMs; // latency: good up to the first, poor beyond the last
    std::optional<double> apdexMs;
    std::optional<double> limit; // what is bad; ratio: the failure share, 0 to 1
    bool operator==(const SignalConfiguration &) const = default;
};

// Which signal the Experience page and the wall show where. Empty: nothing is shown there.
struct ExperienceRoles
{
    std::string conversion;
    std::string success;
    std::string revenue;
    std::string latency;
    std::string active;
    std::string failures; // empty: every failing event
    bool operator==(const ExperienceRoles &) const = default;
};

// Who looks after what: patterns of event types, sources and categories, in which `*` stands for
// any run of characters. Of the lists that are given, each must match.
struct OwnerRule
{
    std::string name;
    std::string contact;
    std::string runbook;
    std::vector<std::string> types;
    std::vector<std::string> sources;
    std::vector<std::string> categories;
    bool operator==(const OwnerRule &) const = default;
};

enum class MarkerKind : std::uint8_t { deploy, campaign, chaos, launch, note };
inline constexpr std::array<std::string_view, 5> kMarkerKinds{"deploy", "campaign", "chaos",
                                                              "launch", "note"};

// Which events are instants worth a line through the charts.
struct MarkerConfiguration
{
    std::vector<EventFilter> events;
    MarkerKind kind = MarkerKind::note;
    std::string title; // with attributes in braces: "{service} {version}"; the type where empty
    bool operator==(const MarkerConfiguration &) const = default;
};

struct Limits
{
    std::size_t memoryBytes = 512u << 20;
    std::size_t keptBytes = 256u << 20; // recent events kept whole; at most half of the memory
    std::size_t types = 2'000;
    std::size_t sources = 2'000;
    std::size_t attributeValues = 10'000; // of one attribute of one signal
    std::size_t categories = 500;
    std::size_t journeys = 1'000'000;
    std::size_t duplicateIds = 2'000'000; // remembered for 10 minutes
    std::size_t journeyEvents = 256;      // kept per journey and funnel
    std::size_t uniques = 100'000;        // exact up to here, per signal and window
    bool operator==(const Limits &) const = default;
};

struct Staleness
{
    std::chrono::milliseconds heartbeat{3'000};   // a beating source unheard for so long is silent
    std::chrono::milliseconds everything{15'000}; // no event at all, while usual rate > 1/s
    std::chrono::milliseconds source{120'000};    // a source without heartbeats
    std::chrono::milliseconds recovery{10'000};   // steady events before trust returns
    bool operator==(const Staleness &) const = default;
};

// How long a ratio must be over its limit to be an incident, and how long any trouble must be over
// for its incident to end.
struct IncidentTimes
{
    std::chrono::seconds opensAfter{120};
    std::chrono::seconds closesAfter{300};
    bool watched = true; // not said in a file: whether anybody will see one
    bool operator==(const IncidentTimes &) const = default;
};

struct Configuration
{
    std::vector<SourceConfiguration> sources;
    wire::FieldPlaces fields;
    std::vector<SignalConfiguration> signals;
    ExperienceRoles experience;
    std::vector<MarkerConfiguration> markers; // the first that matches
    std::vector<OwnerRule> owners;            // the first that matches
    std::vector<std::string> catalogs;        // Backstage catalog-info.yaml files
    std::vector<OwnerRule> catalogOwners;     // what those say, after `owners`
    Limits limits;
    Staleness stale;
    IncidentTimes incident;
    // True when the signals were inferred from the traffic and nobody has saved them yet.
    bool suggested = false;
    bool operator==(const Configuration &) const = default;
};

} // namespace ingest::config
