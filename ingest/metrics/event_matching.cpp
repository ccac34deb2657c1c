// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/event_matching.h"

#include "ingest/metrics/attribute_values.h"

#include <algorithm>
#include <utility>

namespace ingest::metrics {

namespace {

void addFilters(const std::vector<config::EventFilter> &filters, MatchMask mask,
                std::string_view type, Operation &operation)
{
    for (const config::EventFilter &filter : filters) {
        if (!matchesPattern(filter.pattern, type))
            continue;
        if (filter.where.empty()) {
            operation.always |= mask;
            continue;
        }
        Operation::Alternative alternative{mask, {}};
        for (const auto &[attribute, text] : filter.where)
            alternative.conditions.push_back({attribute, text, 0});
        operation.alternatives.push_back(std::move(alternative));
    }
}

// What asks for more than the type where the type is enough.
void dropNeedless(Operation &operation)
{
    std::erase_if(operation.alternatives, [&operation](const Operation::Alternative &alternative) {
        return (alternative.mask & ~operation.always) == 0;
    });
}

bool mayMatch(const Operation &operation)
{
    return operation.always != 0 || !operation.alternatives.empty();
}

Operation operationOf(const config::SignalConfiguration &signal, std::string_view type)
{
    Operation operation;
    switch (signal.kind) {
    case config::SignalKind::ratio:
        addFilters(signal.good, kGood, type, operation);
        addFilters(signal.bad, kBad, type, operation);
        break;
    case config::SignalKind::funnel:
        for (std::size_t step = 0; step < signal.steps.size(); ++step)
            addFilters({signal.steps[step]}, MatchMask{1} << step, type, operation);
        break;
    default:
        addFilters(signal.events, kMatched, type, operation);
        if (signal.events.empty())
            operation.always = kMatched;
    }
    dropNeedless(operation);
    return operation;
}

} // namespace

// Greedy with one step back: the last `*` takes one character more whenever what follows fails.
bool matchesPattern(std::string_view pattern, std::string_view type)
{
    std::size_t at = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    for (std::size_t i = 0; i < type.size();) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            resume = i;
        } else if (at < pattern.size() && pattern[at] == type[i]) {
            ++at;
            ++i;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            i = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

MatchMask Operation::matchAlternatives(const wire::Event &event)
{
    MatchMask matched = 0;
    for (Alternative &alternative : alternatives) {
        const bool holds = std::ranges::all_of(alternative.conditions, [&](Condition &condition) {
            const wire::Attribute *found =
                findAttribute(event.attributes, condition.attribute, condition.place);
            return found != nullptr && found->kind != wire::ValueKind::null &&
                   found->text == condition.text;
        });
        if (holds)
            matched |= alternative.mask;
    }
    return matched;
}

std::optional<Operation> compiled(const std::vector<config::EventFilter> &filters,
                                  std::string_view type)
{
    Operation operation;
    addFilters(filters, kMatched, type, operation);
    dropNeedless(operation);
    return mayMatch(operation) ? std::optional(std::move(operation)) : std::nullopt;
}

std::vector<Operation> compile(const std::vector<config::SignalConfiguration> &signals,
                               std::string_view type)
{
    std::vector<Operation> operations;
    for (std::uint32_t i = 0; i < signals.size(); ++i) {
        Operation operation = operationOf(signals[i], type);
        operation.signal = i;
        if (mayMatch(operation))
            operations.push_back(std::move(operation));
    }
    return operations;
}

} // namespace ingest::metrics
