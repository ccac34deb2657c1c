// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/suggestion.h"

#include "ingest/suggested_markers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

namespace ingest {

namespace {

using config::SignalConfiguration;
using config::SignalKind;

constexpr std::size_t kMostRates = 80;
constexpr std::size_t kMostLatencies = 50;
constexpr std::size_t kMostSums = 40;
constexpr std::size_t kMostRatios = 20;
constexpr std::size_t kMostSteps = 16;
constexpr std::array<std::string_view, 4> kFailureEndings{"failed", "error", "declined",
                                                          "rejected"};
constexpr std::array<std::string_view, 3> kSuccessEndings{"approved", "succeeded", "completed"};

// Where good ends and poor begins for a page's vitals. Source: web.dev/articles/vitals.
struct Vital
{
    std::string_view name;
    double goodMs;
    double poorMs;
};
constexpr std::array<Vital, 4> kVitals{
    {{"lcp_ms", 2500, 4000}, {"inp_ms", 200, 500}, {"fcp_ms", 1800, 3000}, {"ttfb_ms", 800, 1800}}};

// A signal and how many events speak for it.
struct Candidate
{
    SignalConfiguration signal;
    std::uint64_t weight = 0;
};

// The heaviest `most`, then by name; the input is in the order of names.
std::vector<Candidate> heaviest(std::vector<Candidate> candidates, std::size_t most)
{
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::weight);
    candidates.resize(std::min(candidates.size(), most));
    std::ranges::sort(candidates, {}, [](const Candidate &each) { return each.signal.name; });
    return candidates;
}

Candidate candidate(std::string name, SignalKind kind, const ObservedType &type,
                    std::uint64_t weight)
{
    Candidate out;
    out.signal.name = std::move(name);
    out.signal.kind = kind;
    out.signal.events = {{type.name, {}}};
    out.weight = weight;
    return out;
}

std::vector<Candidate> rates(const std::vector<ObservedType> &types)
{
    std::vector<Candidate> out;
    for (const ObservedType &type : types)
        out.push_back(candidate(type.name, SignalKind::rate, type, type.count));
    return heaviest(std::move(out), kMostRates);
}

std::vector<Candidate> latencies(const std::vector<ObservedType> &types)
{
    std::vector<Candidate> out;
    for (const ObservedType &type : types) {
        for (const auto &[field, count] : type.latencies) {
            out.push_back(candidate(type.name + "." + field, SignalKind::latency, type, count));
            SignalConfiguration &signal = out.back().signal;
            signal.field = field;
            if (const auto *vital = std::ranges::find(kVitals, field, &Vital::name);
                vital != kVitals.end())
                signal.thresholdsMs = {vital->goodMs, vital->poorMs};
        }
    }
    return heaviest(std::move(out), kMostLatencies);
}

std::vector<Candidate> sums(const std::vector<ObservedType> &types)
{
    std::vector<Candidate> out;
    for (const ObservedType &type : types) {
        if (type.amounts == 0)
            continue;
        out.push_back(candidate(type.name + ".amount", SignalKind::sum, type, type.amounts));
        out.back().signal.field = "amount"; // stands for the event's money, wherever it was found
    }
    return heaviest(std::move(out), kMostSums);
}

// What stands before the last word: "payment" of "payment.failed" and of "payment_failed".
std::optional<std::string> stemOf(std::string_view type, auto endings)
{
    for (const std::string_view ending : endings) {
        if (type.size() <= ending.size() + 1 || !type.ends_with(ending))
            continue;
        const char separator = type[type.size() - ending.size() - 1];
        if (separator == '.' || separator == '_' || separator == '-' || separator == '/')
            return std::string(type.substr(0, type.size() - ending.size() - 1));
    }
    return std::nullopt;
}

std::vector<Candidate> ratios(const std::vector<ObservedType> &types)
{
    std::map<std::string, Candidate> byStem;
    for (const ObservedType &type : types) {
        const auto good = stemOf(type.name, kSuccessEndings);
        const auto bad = stemOf(type.name, kFailureEndings);
        if (!good && !bad)
            continue;
        Candidate &ratio = byStem[good ? *good : *bad];
        (good ? ratio.signal.good : ratio.signal.bad).push_back({type.name, {}});
        ratio.weight += type.count;
    }
    std::vector<Candidate> out;
    for (auto &[stem, ratio] : byStem) {
        if (ratio.signal.good.empty() || ratio.signal.bad.empty())
            continue;
        ratio.signal.kind = SignalKind::ratio;
        ratio.signal.name = stem + "_success";
        out.push_back(std::move(ratio));
    }
    return heaviest(std::move(out), kMostRatios);
}

SignalConfiguration funnel(const std::vector<ObservedType> &types,
                           const std::vector<std::uint16_t> &path)
{
    SignalConfiguration signal;
    signal.name = "conversion";
    signal.kind = SignalKind::funnel;
    // Where a way is too long for a funnel, its beginning and its end are kept.
    for (std::size_t i = 0; i < path.size(); ++i)
        if (i == 0 || i + kMostSteps > path.size())
            signal.steps.push_back({types[path[i]].name, {}});
    return signal;
}

// Gathers the signals under names that differ, and gives the roles.
class Plan
{
public:
    explicit Plan(const config::Configuration &base) : m_configuration(base) {}

    // The name under which it went in.
    std::string add(SignalConfiguration signal)
    {
        while (!m_names.insert(signal.name).second)
            signal.name += "_2";
        m_configuration.signals.push_back(std::move(signal));
        return m_configuration.signals.back().name;
    }

    // All of them; the role goes to the first, or to the heaviest.
    std::string addAll(const std::vector<Candidate> &candidates)
    {
        std::string role;
        std::uint64_t most = 0;
        for (const Candidate &each : candidates) {
            const std::string name = add(each.signal);
            if (each.weight > most) {
                most = each.weight;
                role = name;
            }
        }
        return role;
    }

    config::ExperienceRoles &roles() { return m_configuration.experience; }
    // Those that are configured stay.
    void mark(std::vector<config::MarkerConfiguration> markers)
    {
        if (m_configuration.markers.empty())
            m_configuration.markers = std::move(markers);
    }
    config::Configuration take()
    {
        m_configuration.suggested = true;
        return std::move(m_configuration);
    }

private:
    config::Configuration m_configuration;
    std::set<std::string, std::less<>> m_names;
};

// The sum at the path's last step that has amounts; of all types the heaviest without a path.
std::string pickRevenue(std::vector<Candidate> &candidates, const std::vector<ObservedType> &types,
                        const std::vector<std::uint16_t> &path)
{
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
        const auto found =
            std::ranges::find(candidates, types[*step].name + ".amount",
                              [](const Candidate &each) { return each.signal.name; });
        if (found == candidates.end())
            continue;
        found->signal.name = "revenue";
        return found->signal.name;
    }
    const auto most = std::ranges::max_element(candidates, {}, &Candidate::weight);
    return most == candidates.end() ? std::string() : most->signal.name;
}

} // namespace

config::Configuration suggest(const Observations &observations, const config::Configuration &base)
{
    const auto &types = observations.types;
    if (types.empty())
        return base;
    Plan plan(base);
    config::ExperienceRoles &roles = plan.roles();
    const std::vector<std::uint16_t> path = mostTravelledPath(observations.routes);
    if (!path.empty())
        roles.conversion = plan.add(funnel(types, path));
    roles.success = plan.addAll(ratios(types));
    auto amounts = sums(types);
    roles.revenue = pickRevenue(amounts, types, path);
    plan.addAll(amounts);
    roles.latency = plan.addAll(latencies(types));
    if (!observations.routes.empty()) {
        SignalConfiguration active;
        active.name = "active_journeys";
        active.kind = SignalKind::uniques;
        roles.active = plan.add(std::move(active));
    }
    plan.addAll(rates(types));
    plan.mark(suggestedMarkers(types));
    return plan.take();
}

} // namespace ingest
