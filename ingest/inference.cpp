// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/inference.h"

#include "ingest/suggestion.h"
#include "ingest/wire/event.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

namespace ingest {

namespace {

constexpr std::size_t kMostTypes = 200;
constexpr std::size_t kMostJourneys = 2'000;
constexpr std::size_t kMostSteps = 64;
constexpr std::size_t kMostNumbers = 50;
constexpr Seconds kLongestLook{60};

struct FirstSeen
{
    Timestamp time;
    std::uint16_t type;
};

} // namespace

struct Inference::Seen
{
    std::map<std::string, std::uint16_t, std::less<>> ordinals; // of types, by appearance
    std::vector<ObservedType> types;
    std::map<std::string, std::vector<FirstSeen>, std::less<>> journeys;
    std::optional<Timestamp> first;
    bool frozen = false;

    std::optional<std::uint16_t> ordinalOf(std::string_view type);
    void countNumbers(const wire::Event &event, ObservedType &type);
    void follow(std::string_view journey, Timestamp time, std::uint16_t type);
};

// A pattern reads `*` as any text, so a type that holds one cannot be named; it is passed over.
std::optional<std::uint16_t> Inference::Seen::ordinalOf(std::string_view type)
{
    if (const auto found = ordinals.find(type); found != ordinals.end())
        return found->second;
    if (types.size() >= kMostTypes || type.find('*') != std::string_view::npos)
        return std::nullopt;
    const auto ordinal = static_cast<std::uint16_t>(types.size());
    ordinals.emplace(type, ordinal);
    types.push_back({std::string(type), 0, 0, 0, {}});
    return ordinal;
}

void Inference::Seen::countNumbers(const wire::Event &event, ObservedType &type)
{
    for (const wire::Attribute &number : event.numbers) {
        if (!number.name.ends_with("_ms") || number.name.starts_with('/') || number.number < 0)
            continue;
        if (const auto found = type.latencies.find(number.name); found != type.latencies.end())
            ++found->second;
        else if (type.latencies.size() < kMostNumbers)
            type.latencies.emplace(number.name, 1);
    }
}

void Inference::Seen::follow(std::string_view journey, Timestamp time, std::uint16_t type)
{
    auto found = journeys.find(journey);
    if (found == journeys.end())
        found = journeys.emplace(journey, std::vector<FirstSeen>{}).first;
    std::vector<FirstSeen> &steps = found->second;
    const auto step = std::ranges::find(steps, type, &FirstSeen::type);
    if (step != steps.end())
        step->time = std::min(step->time, time);
    else if (steps.size() < kMostSteps)
        steps.push_back({time, type});
    frozen = frozen || journeys.size() >= kMostJourneys;
}

Inference::Inference() : m_seen(std::make_unique<Seen>()) {}
Inference::~Inference() = default;
Inference::Inference(Inference &&) noexcept = default;
Inference &Inference::operator=(Inference &&) noexcept = default;

void Inference::observe(const wire::Event &event, Timestamp arrival)
{
    Seen &seen = *m_seen;
    if (seen.frozen || event.kind != wire::EventKind::event)
        return;
    seen.first = seen.first.value_or(arrival);
    seen.frozen = arrival - *seen.first >= kLongestLook;
    const auto ordinal = seen.ordinalOf(event.type);
    if (!ordinal)
        return;
    ObservedType &type = seen.types[*ordinal];
    ++type.count;
    type.failures += event.failure ? 1 : 0;
    type.amounts += event.money ? 1 : 0;
    seen.countNumbers(event, type);
    if (!event.journey.empty())
        seen.follow(event.journey, event.time.value_or(arrival), *ordinal);
}

bool Inference::frozen() const
{
    return m_seen->frozen;
}

config::Configuration Inference::suggestion(const config::Configuration &base) const
{
    // By name from here on, so that nothing depends on the order of appearance.
    Observations observations;
    std::vector<std::uint16_t> byName(m_seen->types.size());
    for (const auto &[name, ordinal] : m_seen->ordinals) {
        byName[ordinal] = static_cast<std::uint16_t>(observations.types.size());
        observations.types.push_back(m_seen->types[ordinal]);
    }
    for (const auto &[key, steps] : m_seen->journeys) {
        std::vector<FirstSeen> sorted = steps;
        std::ranges::stable_sort(sorted, {}, &FirstSeen::time);
        Route route;
        for (const FirstSeen &step : sorted)
            if (!observations.types[byName[step.type]].fails())
                route.push_back(byName[step.type]);
        observations.routes.push_back(std::move(route));
    }
    return suggest(observations, base);
}

} // namespace ingest
