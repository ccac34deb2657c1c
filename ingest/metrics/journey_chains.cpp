// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metrics/journey_chains.h"

#include "ingest/metrics/interner.h"

#include <algorithm>

namespace ingest::metrics {

namespace {

StepMask startsOf(const ChainRule &rule)
{
    return rule.order == config::StepOrder::unordered ? ~StepMask{0} : StepMask{1};
}

} // namespace

JourneyChains::JourneyChains(std::span<const FunnelShape> shapes, const MatchTable &matches)
    : m_shapes(shapes), m_matches(&matches), m_chains(shapes.size())
{
    restart();
}

void JourneyChains::restart()
{
    for (std::size_t funnel = 0; funnel < m_shapes.size(); ++funnel)
        m_chains[funnel].reset(m_shapes[funnel].rule);
    m_valuesUsed = 0;
}

void JourneyChains::continueFrom(const JourneyChains &other)
{
    for (std::size_t funnel = 0; funnel < m_shapes.size(); ++funnel)
        m_chains[funnel].copy(m_shapes[funnel].rule, other.m_chains[funnel]);
    if (m_values.size() < other.m_valuesUsed)
        m_values.resize(other.m_valuesUsed);
    std::ranges::copy(other.values(), m_values.begin());
    m_valuesUsed = other.m_valuesUsed;
}

void JourneyChains::feedAll(std::span<const JourneyEvent> events)
{
    while (!events.empty()) {
        std::size_t n = 1;
        while (n < events.size() && events[n].time() == events[0].time())
            ++n;
        feed(events.first(n));
        events = events.subspan(n);
    }
}

void JourneyChains::feed(std::span<const JourneyEvent> group)
{
    const std::int64_t time = group[0].time();
    for (std::size_t funnel = 0; funnel < m_shapes.size(); ++funnel) {
        const FunnelShape &shape = m_shapes[funnel];
        const bool strict = shape.rule.order == config::StepOrder::strict;
        m_masks.clear();
        for (const JourneyEvent event : group) {
            const StepMask mask = m_matches->mask(event.match(), funnel);
            if (mask != 0 || strict)
                m_masks.push_back(mask);
        }
        if (m_masks.empty())
            continue;
        m_chains[funnel].feed(shape.rule, time, m_masks);
        if (shape.attributes != 0)
            feedValues(shape, funnel, time, group);
    }
}

void JourneyChains::feedValues(const FunnelShape &shape, std::size_t funnel, std::int64_t time,
                               std::span<const JourneyEvent> group)
{
    const std::size_t end = shape.firstAttribute + shape.attributes;
    for (const JourneyEvent event : group)
        if ((m_matches->mask(event.match(), funnel) & startsOf(shape.rule)) != 0)
            for (std::size_t attribute = shape.firstAttribute; attribute < end; ++attribute)
                meet(shape, attribute, m_matches->value(event.match(), attribute));
    for (ValueChains &chains : std::span(m_values).first(m_valuesUsed)) {
        if (chains.attribute < shape.firstAttribute || chains.attribute >= end)
            continue;
        if (shape.rule.order == config::StepOrder::unordered)
            feedUnorderedValue(shape, funnel, chains, time, group);
        else
            feedValue(shape, funnel, chains, time, group);
    }
}

void JourneyChains::meet(const FunnelShape &shape, std::size_t attribute, std::uint32_t value)
{
    if (value == kNoValue)
        return;
    std::size_t followed = 0;
    for (const ValueChains &chains : values()) {
        if (chains.attribute != attribute)
            continue;
        if (chains.value == value)
            return;
        followed += chains.value == Interner::kOther ? 0 : 1;
    }
    if (followed >= kMostValues && value != Interner::kOther)
        return meet(shape, attribute, Interner::kOther);
    if (m_valuesUsed == m_values.size())
        m_values.emplace_back();
    ValueChains &fresh = m_values[m_valuesUsed++];
    fresh.attribute = attribute;
    fresh.value = value;
    fresh.chains.reset(shape.rule);
    fresh.entries.clear();
}

bool JourneyChains::follows(std::size_t attribute, std::uint32_t value) const
{
    return std::ranges::any_of(values(), [=](const ValueChains &chains) {
        return chains.attribute == attribute && chains.value == value;
    });
}

// Whether the event can be the entry of these chains.
bool JourneyChains::enters(const ValueChains &chains, std::uint32_t match) const
{
    const std::uint32_t value = m_matches->value(match, chains.attribute);
    return value == chains.value || (chains.value == Interner::kOther && value != kNoValue &&
                                     !follows(chains.attribute, value));
}

// Events with other values can be any step but the entry.
void JourneyChains::feedValue(const FunnelShape &shape, std::size_t funnel, ValueChains &chains,
                              std::int64_t time, std::span<const JourneyEvent> group)
{
    const bool strict = shape.rule.order == config::StepOrder::strict;
    m_masks.clear();
    for (const JourneyEvent event : group) {
        StepMask mask = m_matches->mask(event.match(), funnel);
        if (!enters(chains, event.match()))
            mask &= ~StepMask{1};
        if (mask != 0 || strict)
            m_masks.push_back(mask);
    }
    if (!m_masks.empty())
        chains.chains.feed(shape.rule, time, m_masks);
}

// Whatever entry lies at or before the latest one that has k steps has them too.
void JourneyChains::feedUnorderedValue(const FunnelShape &shape, std::size_t funnel,
                                       ValueChains &chains, std::int64_t time,
                                       std::span<const JourneyEvent> group)
{
    for (const JourneyEvent event : group)
        if (m_matches->mask(event.match(), funnel) != 0 && enters(chains, event.match()) &&
            (chains.entries.empty() || chains.entries.back() != time))
            chains.entries.push_back(time);
    const Chains &all = m_chains[funnel];
    for (std::size_t k = 1; k <= shape.rule.steps; ++k) {
        const std::int64_t latest = all.latestWithSteps(k);
        const auto after = std::ranges::upper_bound(chains.entries, latest);
        if (after == chains.entries.begin())
            break;
        const std::int64_t entry = *std::prev(after);
        if (time - entry <= shape.rule.withinNs && entry > chains.chains.row(k).entry)
            chains.chains.row(k) = {entry, time, 0};
    }
}

std::size_t JourneyChains::mostBytes(std::span<const FunnelShape> shapes, std::size_t events)
{
    const std::size_t ofValue = sizeof(ValueChains) + events * sizeof(std::int64_t);
    std::size_t bytes = sizeof(JourneyChains);
    for (const FunnelShape &shape : shapes)
        bytes += sizeof(Chains) + shape.attributes * (kMostValues + 1) * ofValue;
    return bytes;
}

std::size_t JourneyChains::bytes() const
{
    std::size_t bytes = m_chains.size() * sizeof(Chains) + sizeof *this;
    for (const ValueChains &chains : values())
        bytes += sizeof(ValueChains) + chains.entries.size() * sizeof(std::int64_t);
    return bytes;
}

} // namespace ingest::metrics
