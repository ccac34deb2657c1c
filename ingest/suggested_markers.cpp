// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/suggested_markers.h"

#include "ingest/metrics/event_matching.h"

#include <array>
#include <string_view>

namespace ingest {

namespace {

using config::MarkerKind;

// More in the minute that is looked at is traffic.
constexpr std::uint64_t kMostInAMinute = 5;

// The ends of what takes time, not its beginnings: one mark each.
struct UsualType
{
    std::string_view pattern;
    MarkerKind kind;
    std::string_view title;
};
constexpr std::string_view kVersion = "{service} {version}";
constexpr std::array<UsualType, 13> kUsualTypes{
    {{"*.deployed", MarkerKind::deploy, kVersion},
     {"deployment.finished", MarkerKind::deploy, kVersion},
     {"deployment.completed", MarkerKind::deploy, kVersion},
     {"deployment.succeeded", MarkerKind::deploy, kVersion},
     {"deployment.failed", MarkerKind::deploy, kVersion},
     {"deployment.rolled_back", MarkerKind::deploy, kVersion},
     {"release.*", MarkerKind::deploy, kVersion},
     {"*.released", MarkerKind::deploy, kVersion},
     {"feature_flag.*", MarkerKind::note, "{flag} {name} {value}"},
     {"campaign.started", MarkerKind::campaign, "{name}"},
     {"campaign.ended", MarkerKind::campaign, "{name}"},
     {"chaos.started", MarkerKind::chaos, "{name}"},
     {"launch.started", MarkerKind::launch, "{name}"}}};

std::uint64_t matching(std::string_view pattern, const std::vector<ObservedType> &types)
{
    std::uint64_t events = 0;
    for (const ObservedType &type : types)
        if (metrics::matchesPattern(pattern, type.name))
            events += type.count;
    return events;
}

} // namespace

std::vector<config::MarkerConfiguration> suggestedMarkers(const std::vector<ObservedType> &types)
{
    std::vector<config::MarkerConfiguration> markers;
    for (const UsualType &usual : kUsualTypes) {
        if (matching(usual.pattern, types) > kMostInAMinute)
            continue;
        const bool more = !markers.empty() && markers.back().kind == usual.kind &&
                          markers.back().title == usual.title;
        if (!more)
            markers.push_back({{}, usual.kind, std::string(usual.title)});
        markers.back().events.push_back({std::string(usual.pattern), {}});
    }
    return markers;
}

} // namespace ingest
